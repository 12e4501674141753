"""The sections of an evidence pack: of an answer, of a verdict on a claim, of an improvement asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from assistant import pack_wording, wording
from assistant.check_lines import AGAINST, FOR, SHOWN, beside
from assistant.evidence import Answer, Citation, Outcome
from assistant.improvements import Item, Tracker
from assistant.improvements_shown import repeated, silence, when, who
from assistant.library_state import LibraryState
from assistant.london import london
from assistant.pack import Quotation, Section
from assistant.reading_line import reading_line
from assistant.set_off import set_off
from assistant.source_wording import marked
from assistant.verdicts import Finding, Verdict
from index.library import Library
from index.marks import Marked, Quoted, marks_on

SHORT = 12  # characters of a SHA-256, to tell files of one name apart; the list of documents has it whole
OUTCOMES = {
    Outcome.ANSWERED: "answered",
    Outcome.PARTLY: "answered in part",
    Outcome.NOT_IN_DOCUMENTS: "not in the documents",
    Outcome.UNCLEAR: "unclear: no authority was named",
    Outcome.FAILED: "failed",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """By whom, when (in UTC), and what the library was; `erased` where something quoted has been erased."""

    who: str
    at: str
    library: LibraryState
    erased: bool = False


class Numbers:
    """Numbers the quotations of a pack as they come, and remembers them and who has marked them."""

    def __init__(self, library: Library) -> None:
        self._library, self._next = library, count(1)
        self.cited: list[tuple[int, Citation]] = []
        self.marked = 0  # how many quotations somebody has checked or disputed

    def quotation(self, citation: Citation) -> Quotation:
        label = next(self._next)
        self.cited.append((label, citation))
        quote, place = citation.quote, wording.place(citation)
        marks = self._marks_on(citation)
        self.marked += bool(marks)
        return Quotation(
            label,
            quote.words,
            wording.about(quote.source),
            f"{place[:1].upper()}{place[1:]} · {quote.source.file} ({quote.source.sha256[:SHORT]})",
            "; ".join(marked(one) for one in marks),
        )

    def _marks_on(self, citation: Citation) -> list[Marked]:
        quote = citation.quote
        return marks_on(self._library, Quoted(quote.source.sha256, quote.pages[0], quote.words))

    def quotations(self, citations: Iterable[Citation]) -> list[Quotation]:
        return [self.quotation(citation) for citation in citations]


def facts(asked: Asked) -> list[tuple[str, str]]:
    return [
        (pack_wording.ASKED_BY, asked.who),
        (pack_wording.ASKED_AT, london(asked.at)),
        (pack_wording.LIBRARY, asked.library.words),
    ]


def answer_section(numbers: Numbers, found: Answer, asked: Asked) -> Section:
    said = [
        *facts(asked),
        (pack_wording.READ_AS, reading_line(found.reading)),
        (pack_wording.OUTCOME, OUTCOMES[found.outcome]),
    ]
    notes = [f"{name}: {value}" for name, value in said]
    if found.citations:
        notes.append(wording.searched(found.searched))
    if asked.erased:
        notes.append(pack_wording.ERASED)
    items: list[str | Quotation] = [
        each.removesuffix(":") if isinstance(each, str) else numbers.quotation(each)
        for each in set_off(found)
    ]
    if found.nearest:
        items += [wording.NEAREST, *numbers.quotations(found.nearest)]
    heading = pack_wording.QUESTION.format(asked=found.reading.own_words)
    return Section(heading, "", tuple(notes), tuple(items))


def verdict_section(numbers: Numbers, number: int, verdict: Verdict) -> Section:
    notes = [f"{flag[:1].upper()}{flag[1:]}" for flag in verdict.flags]
    notes += [wording.searched(verdict.searched), *(beside(each) for each in verdict.misquotations)]
    sides = [(FOR, verdict.supporting), (AGAINST, verdict.contradicting), (wording.NEAREST, verdict.nearest)]
    if verdict.finding is Finding.CONTRADICTED:
        sides[:2] = reversed(sides[:2])
    items: list[str | Quotation] = []
    for lead, citations in sides:
        if citations:
            items += [lead.removesuffix(":"), *numbers.quotations(citations)]
    heading = pack_wording.CLAIM.format(number=number, claim=verdict.claim.text)
    return Section(heading, SHOWN[verdict.finding], tuple(notes), tuple(items))


def item_section(numbers: Numbers, tracker: Tracker, item: Item) -> Section:
    notes = [note for note in (repeated(tracker, item), silence(item)) if note]
    items: list[str | Quotation] = [numbers.quotation(item.citation)]
    for later in item.later:
        if later.citations:
            lead = f"{when(later.source)}, {who(later.source)}: {later.standing} ({later.ground})"
            items += [lead, *numbers.quotations(later.citations)]
    heading = pack_wording.ITEM.format(number=item.number, date=when(item.source))
    return Section(heading, "", tuple(note[:1].upper() + note[1:] for note in notes), tuple(items))
