"""Answers that are a date or a person: the lines of a report that give its dates and who led it."""

import re

from assistant.asking import Asking, Part
from assistant.evidence import Quote, together
from assistant.facts import best, parts
from assistant.find import find
from assistant.inspections import full_inspections
from assistant.letters import lines_of_letter
from assistant.periods import periods
from documents.report import Kind, Passage, ReportDate, Source
from documents.sentences import sentences
from index.search import QUOTABLE

LED = re.compile(  # not 'who leads the virtual school'
    r"\blead inspector\b|\binspection lead\b|\bwho\b[^?]{0,30}\b(?:led|leads?)\b"
    r"(?=[^?]*\b(?:inspection|visit|revisit|jtai|ilacs|inspectors|it|that one)\b)",
    re.IGNORECASE,
)
DATES = re.compile(
    r"\bdates\b|"
    r"\bdates? (?:of|for)\b[^?]*\b(?:inspection|visit|report|letter)\b"
    r"|\bwhen (?:was|were|did)\b[^?]{0,50}\b(?:inspection|visit|report|letter)\b"
    r"(?=\s*(?:\?|$|and\b|carried|take|took|happen|published|start|end))"
    r"|\bwhen (?:was|were)\b[^?]{0,40}\b(?:inspected|visited|published)\b",
    re.IGNORECASE,
)
WHEN = re.compile(r"^when\b|[,:;-] when\b|\b(?:what|which) (?:date|day|month|year)\b", re.IGNORECASE)
ENOUGH_TIMED = 0.0
PREVIOUS = re.compile(  # "the inspection before the one in 2023"
    r"\b(?:previous|prior|preceding|last but one)\b|\bbefore (?:the|that|this) (?:one|last|latest)\b",
    re.IGNORECASE,
)
PREVIOUS_DATED = "(?i:(?:previous|last) (?:inspection|visit))"  # "Date of previous inspection: 20 June 2016"
PUBLISHED = re.compile(r"\bpublish\w*|\bcame out\b", re.IGNORECASE)
FRONT = 2  # pages
HEADER = 60  # characters


def dated(asking: Asking) -> list[Part]:
    """From the report's own opening, where the question is about the inspection; else from its findings."""
    if asking.selection.missing and not asking.sources:
        return []
    full = full_inspections(asking.sources)
    newest = full if full and not asking.reading.frameworks else asking.sources
    source = newest[-1] if newest else None
    may_tell = not asking.selection.off_time  # else the dates of another would pass for its own
    quotes = _of_the_inspection(asking, source) if source and may_tell else []
    return parts(quotes or _of_the_matter(asking))


def _of_the_matter(asking: Asking) -> list[Quote]:
    """What answers best; where a day or year is asked for, of the sentences that give one, if any do."""
    kinds = (*QUOTABLE, Kind.HEADING)
    found = find(asking.library, asking.reading.topic, asking.sources, kinds=kinds)
    asks_when = WHEN.search(asking.reading.question)
    timed = [each for each in found if asks_when and periods(each.quote.words)]
    return best(asking, timed, most=1, enough=ENOUGH_TIMED) or best(asking, found)


def _of_the_inspection(asking: Asking, source: Source) -> list[Quote]:
    """Who led it and its dates, as far as the question asks; else the lines of a letter that it asks for."""
    question, quotes = asking.reading.question, []
    if LED.search(question) and source.lead_inspector:
        led = _lines(asking, source, [source.lead_inspector], (re.compile("lead inspector", re.I),))
        quotes += [under_its_header(quote, asking.passages(source)) for quote in led]
    if DATES.search(question) and PREVIOUS.search(question):
        return quotes + _lines(asking, source, [PREVIOUS_DATED], ())
    if DATES.search(question) and not asking.selection.missing:
        quotes += in_one(_lines(asking, source, _days(question, source), ()))
    return quotes or lines_of_letter(question, asking.passages(source), source)


def in_one(lines: list[Quote]) -> list[Quote]:
    """Whole lines that follow each other, such as 'Inspection date: …' and 'Report published: …', as one."""
    orders = [line.passage.order for line in lines]
    follow = len(lines) > 1 and orders == list(range(orders[0], orders[0] + len(lines)))
    one_page = len({page for line in lines for page in line.pages}) == 1
    are_whole = all(line.words == line.passage.text for line in lines)
    return (
        [together([line.passage for line in lines], lines[0].source)]
        if follow and one_page and are_whole
        else lines
    )


def under_its_header(quote: Quote, passages: list[Passage]) -> Quote:
    """A row of a table with the row above it, where that only heads the columns ('Ofsted', 'CQC')."""
    at = next(at for at, passage in enumerate(passages) if passage.id == quote.passage.id)
    above = passages[at - 1] if at else None
    if quote.passage.kind is not Kind.TABLE_ROW or above is None or above.kind is not Kind.TABLE_ROW:
        return quote
    heads = len(above.text) <= HEADER and above.heading == quote.passage.heading
    return together([above, quote.passage], quote.source) if heads else quote


def _days(question: str, source: Source) -> list[str]:
    """The dates wanted, as reports write them."""
    wanted = [source.inspected_from, source.inspected_to]
    if PUBLISHED.search(question):
        wanted.append(source.published)
    return [_written(date) for date in wanted if date]


def _written(date: ReportDate) -> str:
    return rf"\b0?{date.day}(?:st|nd|rd|th)?\b" if date.day else date.words


def _lines(
    asking: Asking, source: Source, wanted: list[str], beside: tuple[re.Pattern[str], ...]
) -> list[Quote]:
    """The first sentences near the opening (of the lead inspector: anywhere) that hold each of `wanted`."""
    found: list[Quote] = []
    passages = asking.passages(source)
    for words in wanted:
        quote = next(
            (quote for passage in passages if (quote := _line(passage, source, words, beside))), None
        )
        if quote and quote not in found:
            found.append(quote)
    return found


def _line(passage: Passage, source: Source, words: str, beside: tuple[re.Pattern[str], ...]) -> Quote | None:
    if not beside and passage.spans[0].page > FRONT:
        return None
    for start, end in sentences(passage.text):
        text = passage.text[start:end]
        dated_line = beside or re.search(r"\b(?:19|20)\d\d\b", text)
        if dated_line and re.search(words, text) and all(pattern.search(text) for pattern in beside):
            return Quote(passage, source, start, end)
    return None
