"""Small repairs to a line of text, each from string to string; and which characters were kept."""

import re
from functools import lru_cache

from documents.report import Run

LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})
INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\x00-\x08\x0b\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
SOFT_HYPHEN = re.compile("\u00ad(?=.)")  # "safe\u00adguarding" within a line
PRIVATE_DASH = re.compile("(?<=\\d)\uf02d(?=\\d)")  # "2016\uf02d17"
PRIVATE_BULLET = re.compile("[\ue000-\uf8ff]")  # glyphs of symbol fonts, nearly all of them bullets
LINE_END_HYPHEN = "\ufffe"  # what PDFium gives for a hyphen at the end of a line


@lru_cache(4096)
def clean(line: str) -> str:
    """A line as it is shown and quoted. A hyphen at its end stays U+FFFE until the lines are joined."""
    for repair in REPAIRS:
        line = repair(line)
    return line


def without_invisible(line: str) -> str:
    return INVISIBLE.sub("", line)


def without_soft_hyphens(line: str) -> str:
    return SOFT_HYPHEN.sub("", line).replace("\u00ad", LINE_END_HYPHEN)


def with_plain_ligatures(line: str) -> str:
    return line.translate(LIGATURES)


def with_known_glyphs(line: str) -> str:
    return PRIVATE_BULLET.sub("•", PRIVATE_DASH.sub("–", line))


def with_single_spaces(line: str) -> str:
    return SPACES.sub(" ", line).strip()


REPAIRS = (
    without_invisible,
    without_soft_hyphens,
    with_plain_ligatures,
    with_known_glyphs,
    with_single_spaces,
)


def runs_of(raw: str, cleaned: str, origin: int) -> list[Run]:
    """Which characters of `raw` (starting at the reader's `origin`) became `cleaned`.

    Repairs only drop, replace or expand characters in place, so one walk along both finds each again.
    """
    if (unchanged := raw.find(cleaned)) >= 0:
        return [Run(0, origin + unchanged, len(cleaned))] if cleaned else []
    runs: list[Run] = []
    at = 0
    for start, character in enumerate(cleaned):
        while at < len(raw) - 1 and _dropped_before(raw[at], character):
            at += 1
        here = origin + min(at, len(raw) - 1)
        last = runs[-1] if runs else None
        if last and last.origin + last.length == here:
            runs[-1] = Run(last.start, last.origin, last.length + 1)
        else:
            runs.append(Run(start, here, 1))
        expansion = raw[at].translate(LIGATURES) if at < len(raw) else ""
        if len(expansion) < 2 or character == expansion[-1]:
            at += 1
    return runs


def _dropped_before(raw: str, cleaned: str) -> bool:
    """Whether cleaning leaves `raw` out where `cleaned` comes next."""
    if INVISIBLE.fullmatch(raw) or raw == "\u00ad":
        return cleaned != LINE_END_HYPHEN
    return bool(SPACES.fullmatch(raw)) and cleaned != " "
