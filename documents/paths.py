"""The headings above the place where reading has got to."""

import re

from documents.blocks import Block, Role
from documents.boilerplate import SECTION, ends_section
from documents.judgements import grade_of
from documents.marks import STUDY

JUDGEMENTS = re.compile(r"inspection judge?ments?", re.IGNORECASE)
PART = re.compile(
    r"(?:key )?strengths|areas? (?:for|of) (?:improvement|priority action|development)|next steps"
    r"|main findings",
    re.IGNORECASE,
)
UNDER = 0.5  # of a level: below the heading it follows, above the next style


class Headings:
    """Open headings, outermost first."""

    def __init__(self) -> None:
        self._open: list[tuple[float, str]] = []
        self._bare = False  # nothing but a heading since the last heading
        self._study: tuple[str, ...] = ()  # the heading of the box that reading is in
        self._judged: float | None = None  # the level of the rows that open a chapter with its grade

    def at(self, block: Block, words: str, opens: bool = False) -> tuple[str, ...]:
        """The headings over `block`; it becomes one itself where it is a heading or `opens` a chapter."""
        if block.role is Role.HEADING or block.role is Role.BULLET or block.number:
            self._study = ()  # no box holds such
        if block.role is Role.HEADING and STUDY.match(words):
            over, self._study = self._path(), (words,)
            return over
        if block.role is Role.HEADING and grade_of(words):
            return self._path()  # "Grade 3 (Adequate)" is the grade of what the heading before it names
        if block.role is Role.HEADING:
            self._end_boilerplate(words)
        elif not opens:
            self._bare = False
            return self._path()
        level = float(block.level) if block.role is Role.HEADING else self._chapter()
        if block.role is Role.HEADING and level == 0:
            self._open = []
            return ()
        self._close(level, words)
        path = self._path()
        self._open.append((level, words))
        self._bare = True
        return path

    def _path(self) -> tuple[str, ...]:
        return tuple(words for _, words in self._open) + self._study

    def _close(self, level: float, words: str) -> None:
        """Close what `words` does not stand under.

        A part such as "Areas for improvement" takes in the headings that follow it at once, although they are
        set like it, up to the next part.
        """
        if self._open and self._bare and self._open[-1][0] == level and PART.match(self._open[-1][1]):
            self._open[-1] = (level - UNDER, self._open[-1][1])
        limit = level - UNDER if PART.match(words) else level
        self._open = [(above, heading) for above, heading in self._open if above < limit]
        if self._judged is not None and level < self._judged:
            self._judged = None

    def _chapter(self) -> float:
        """The level of a row such as "Leadership, management and governance | Good"."""
        if self._judged is None:
            over = next((level for level, words in self._open if JUDGEMENTS.search(words)), None)
            levels = [level for level, _ in self._open]
            self._judged = over + UNDER if over else min(levels[1:], default=sum(levels) + UNDER)
        return self._judged

    def _end_boilerplate(self, words: str) -> None:
        """A heading that opens findings is not part of what the report says about itself."""
        if not ends_section(words):
            return
        at = next((at for at, (_, heading) in enumerate(self._open) if SECTION.match(heading)), None)
        if at is not None:
            self._open = self._open[:at]
