"""Answers about judgements: from the report's own rows, with a word where they are superseded."""

import re

from assistant import wording
from assistant.asking import Asking, Part
from assistant.evidence import Quote, together, whole
from assistant.inspections import full_inspections, when
from documents.report import Judgement, Kind, Passage, Source, Span
from index.words import content_words

OVERALL = re.compile(r"\boverall\b", re.IGNORECASE)
AREAS = (  # what staff call an area, and how reports name it
    (re.compile(r"\boverall\b", re.I), re.compile(r"overall|^children[’']s services", re.I)),
    (
        re.compile(r"help and protection|\bchild protection\b|front door", re.I),
        re.compile(r"help and protection", re.I),
    ),
    (
        re.compile(r"care[- ]?leavers?|leaving[- ]care|care[- ]experienced", re.I),
        re.compile(r"care.?leavers", re.I),
    ),
    (
        re.compile(r"children in care|looked[- ]after|\blac\b|in care\b", re.I),
        re.compile(r"children in care|looked after", re.I),
    ),
    (re.compile(r"\bleader(?:s|ship)\b|\bmanagement\b", re.I), re.compile(r"leaders|leadership", re.I)),
    (re.compile(r"\badoption\b", re.I), re.compile(r"adoption", re.I)),
    (
        re.compile(r"\blscb\b|safeguarding (?:children )?board", re.I),
        re.compile(r"safeguarding.*board|lscb", re.I),
    ),
)
WHICH = re.compile(
    r"\bwhich\b|\bwhat were the (?:grades|judge?ments)\b|\ball the (?:grades|judge?ments)\b", re.I
)
PART_OF = re.compile(r"(\d)\.\d\b")  # "2.1 Adoption performance"
MOST_PARTS = 3
LONGEST_TABLE = 400  # characters
LAST_FEW = re.compile(r"\blast (two|three|four|five|\d)\b", re.I)
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}


def judged(asking: Asking) -> list[Part]:
    """The grades of the inspection asked about; of the latest, where none is named.

    None where nothing is held of the time named: another inspection's grades would pass for those.
    """
    if asking.selection.off_time:
        return []
    graded = inspections_with_grades(asking)
    if not (asking.reading.periods or asking.reading.since):
        graded = graded[-1:]
    return [_part(asking, source) for source in reversed(graded)][:3]


def judged_each_time(asking: Asking) -> list[Part]:
    """The grades of every inspection in question, earliest first."""
    graded = inspections_with_grades(asking)
    if few := LAST_FEW.search(asking.reading.question):
        graded = graded[-(NUMBERS.get(few.group(1).lower()) or int(few.group(1))) :]
    return [_part(asking, source, overall_first=True) for source in graded]


def of_area(asking: Asking, source: Source, about: str) -> list[Quote]:
    """The grade of an area, where that is all that `about` names: 'care leavers'."""
    named = [
        printed
        for asked, printed in AREAS
        if printed.search(about) and not content_words(asked.sub(" ", about))
    ]
    rows = [row for row in asking.judgements(source) if any(printed.search(row.area) for printed in named)]
    held = [_holder(asking.passages(source), row) for row in rows[:1]]
    return [whole(passage, source) for passage in held if passage]


def inspections_with_grades(asking: Asking) -> list[Source]:
    """Earliest first; inspections of the whole service, unless the question names another kind."""
    full = full_inspections(asking.sources)
    chosen = asking.sources if asking.reading.frameworks or not full else full
    return [source for source in chosen if asking.judgements(source)]


def _part(asking: Asking, source: Source, overall_first: bool = False) -> Part:
    rows = asking.judgements(source)
    wanted = _wanted(asking.reading.question, rows)
    if overall_first and wanted == rows:
        wanted = [row for row in rows if OVERALL.search(row.area)] or rows
    passages = asking.passages(source)
    held = dict.fromkeys(_holder(passages, judgement) for judgement in wanted)
    quotes = [_under_its_area(passage, passages, source) for passage in held if passage]
    if any(OVERALL.search(row.area) for row in wanted) and (shown := table(asking, source, rows)):
        quotes = [shown]
    notes = [wording.about(source), _superseded(asking, source), _no_overall(asking.reading.question, rows)]
    return Part(" ".join(note for note in notes if note), tuple(quotes))


def table(asking: Asking, source: Source, rows: list[Judgement]) -> Quote | None:
    """All the rows as one quotation, where they follow each other: an overall grade says little alone."""
    passages = asking.passages(source)
    held = [passage for passage in dict.fromkeys(_holder(passages, row) for row in rows) if passage]
    orders = [passage.order for passage in held]
    follow = orders == list(range(orders[0], orders[0] + len(orders))) if orders else False
    one_page = len({span.page for passage in held for span in passage.spans}) == 1
    if not follow or not one_page or len({passage.kind for passage in held}) > 1:
        return None
    found_together = together(held, source)
    return found_together if len(found_together.words) <= LONGEST_TABLE else None


def _wanted(question: str, rows: list[Judgement]) -> list[Judgement]:
    """The areas that the question names; all where it names none, asks which, or names one not judged."""
    if WHICH.search(question):
        return rows
    named = [printed for asked, printed in AREAS if asked.search(question)]
    chosen = [row for row in rows if any(printed.search(row.area) for printed in named)]
    return chosen or rows


def _holder(passages: list[Passage], judgement: Judgement) -> Passage | None:
    """The passage that holds the row: the row itself, or the sentence that gives the grade."""
    return next((passage for passage in passages if _holds(passage, judgement.spans[0])), None)


def _under_its_area(passage: Passage, passages: list[Passage], source: Source) -> Quote:
    """A row such as '2.1 Adoption performance' with the row of the area that it belongs to."""
    part = PART_OF.match(passage.text)
    at = passages.index(passage)
    above = passages[max(0, at - MOST_PARTS) : at]
    if part is None or passage.kind is not Kind.JUDGEMENT:
        return whole(passage, source)
    first = next((place for place, each in enumerate(above) if each.text.startswith(f"{part[1]}. ")), None)
    rows = above[first:] if first is not None else []
    alike = all(each.kind is passage.kind and each.spans[0].page == passage.spans[0].page for each in rows)
    return together([*rows, passage], source) if alike else whole(passage, source)


def _holds(passage: Passage, span: Span) -> bool:
    return any(
        own.page == span.page and own.start <= span.start and span.end <= own.end for own in passage.spans
    )


def _superseded(asking: Asking, source: Source) -> str:
    """A word where a later inspection of the same kind is held."""
    held = [each for each in asking.library.sources() if set(each.authorities) & set(source.authorities)]
    later = [each for each in full_inspections(held) if when(each) > when(source) and asking.judgements(each)]
    if source not in full_inspections([source]) or not later:
        return ""
    newest = max(later, key=when)
    return wording.SUPERSEDED.format(when=wording.period(newest.inspected_from, newest.inspected_to))


def _no_overall(question: str, rows: list[Judgement]) -> str:
    if OVERALL.search(question) and not any(OVERALL.search(row.area) for row in rows):
        return wording.NO_OVERALL
    return ""
