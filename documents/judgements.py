"""Judgements: the grades that inspectors give, each with the area judged and the page it stands on."""

import re
from collections.abc import Iterable, Iterator

from documents.report import Judgement, Kind, Page, Passage, joined

GRADES = (
    (re.compile(r"requires? improvement(?: to be good)?", re.IGNORECASE), "requires improvement to be good"),
    (re.compile(r"outstanding", re.IGNORECASE), "outstanding"),
    (re.compile(r"good", re.IGNORECASE), "good"),
    (re.compile(r"adequate", re.IGNORECASE), "adequate"),
    (re.compile(r"inadequate", re.IGNORECASE), "inadequate"),
    (re.compile(r"not (?:judged|inspected|applicable)", re.IGNORECASE), "not judged"),
)
NUMBERED_GRADE = re.compile(
    r"grade:? [1-4]\W*(?P<grade>\w[\w ]*\w)\W*", re.IGNORECASE
)  # "Grade 4 (Inadequate)"
GRADE = (
    r"(?:is |are )?(?P<grade>requires? improvement(?: to be good)?"
    r"|outstanding|good|adequate|inadequate|not (?:judged|inspected))"
)
OVERALL, BOARD = "Overall effectiveness", "Local Safeguarding Children Board"
SENTENCES = tuple(  # each with the area it judges, where the sentence does not name it
    (re.compile(form, re.IGNORECASE), area)
    for form, area in (
        (rf"The overall judge?ment is (?:that .{{3,60}}? (?=is|are|require))?{GRADE}", OVERALL),
        (rf"Children[’']?s services (?:in .{{3,60}}? )?{GRADE}\.?$", OVERALL),
        (rf"The (?:effectiveness of the )?{BOARD}(?: \(LSCB\))? {GRADE}\.?$", BOARD),
        (rf"The (?:effectiveness of the )?LSCB {GRADE}\.?$", BOARD),
        (rf"(?P<area>The (?:impact|experiences?|effectiveness) .{{5,110}}?)(?::| –| -|,)? {GRADE}$", ""),
        (
            r"(?:The )?(?:graded )?judge?ment (?:for|about|on|of|in relation to|in respect of|regarding) "
            rf"(?P<area>.{{5,80}}?)(?: is)?:?(?: that)?(?: it| they)? [‘']?{GRADE}[’']?\.?$",
            "",
        ),
        (rf"(?P<area>Leadership, management and governance|Adoption performance):? {GRADE}\.?$", ""),
        (rf"Overall effectiveness(?::| –| -)? {GRADE}\.?$", OVERALL),
    )
)
SEND_OUTCOMES = (
    (re.compile(r"typically lead to positive experiences"), "typically positive experiences and outcomes"),
    (re.compile(r"lead to inconsistent experiences"), "inconsistent experiences and outcomes"),
    (re.compile(r"widespread and/or systemic failings"), "widespread and/or systemic failings"),
)
PRIORITY = re.compile(r"areas? (?:for|of) priority action", re.IGNORECASE)
JOINT = re.compile(r"joint targeted area inspection", re.IGNORECASE)
AREAS = (  # one area goes by several names
    ("overall", re.compile(r"overall", re.IGNORECASE)),
    ("board", re.compile(r"safeguarding (?:children )?board|LSCB", re.IGNORECASE)),
    ("adoption", re.compile(r"adoption performance", re.IGNORECASE)),
    ("both", re.compile(r"(?:in care|looked after).*care leavers", re.IGNORECASE)),
    ("leavers", re.compile(r"care.?leavers|leaving care|leaving", re.IGNORECASE)),
    ("leaders", re.compile(r"impact of leaders|leadership, management and governance", re.IGNORECASE)),
    ("protection", re.compile(r"who need help and protection", re.IGNORECASE)),
    ("care", re.compile(r"^(?:the )?(?:experiences? (?:and progress )?of )?children (?:looked|in c)", re.I)),
)  # fmt: skip
PART = re.compile(  # of a report of 2009 to 2012, which judges both in the same areas
    r"(?:(?:the )?inspection outcomes\W+)?"
    r"(?P<part>safeguarding services|services for looked[- ]after children)\W*",
    re.IGNORECASE,
)
LONGEST = 400  # characters of a sentence that gives a grade
EARLIER = re.compile(
    r"(?:previous|other|last) (?:\w+ ){0,2}inspections?", re.IGNORECASE
)  # "Previous Ofsted inspections"
LABEL = re.compile(r"^\d{1,2}(?:\.\d)?\.?\s*")  # "2.1 Adoption performance"
COLUMN_HEADS = re.compile(r"(?:key )?judge?ment|grade", re.IGNORECASE)


def grade_of(text: str) -> str | None:
    """The grade that `text` is, in the words used today."""
    words = text.strip(" .:")
    if numbered := NUMBERED_GRADE.fullmatch(words):
        words = numbered["grade"]
    return next((name for form, name in GRADES if form.fullmatch(words)), None)


def judgements(pages: Iterable[Page], passages: Iterable[Passage]) -> tuple[Judgement, ...]:
    """Every judgement once, where it stands first."""
    texts = {page.number: page.text for page in pages}
    found: dict[str, Judgement] = {}
    passages = [passage for passage in passages if not is_earlier(passage.heading)]
    for judgement in [*_from_rows(passages, texts), *_from_sentences(passages), *_outcomes(passages)]:
        found.setdefault(area_key(judgement.area), judgement)
    return tuple(sorted(found.values(), key=lambda judgement: (judgement.page, judgement.spans[0].start)))


def _from_rows(passages: list[Passage], texts: dict[int, str]) -> Iterator[Judgement]:
    part = ""
    first_in: dict[str, str] = {}  # the part in which each area is judged first
    for passage in passages:
        if passage.kind is Kind.HEADING and (opened := PART.fullmatch(passage.text)):
            part = opened["part"].capitalize()
        elif passage.kind is Kind.JUDGEMENT and len(passage.spans) > 1:
            *label, last = passage.spans
            area, grade = _named(joined(tuple(label), texts)), grade_of(joined((last,), texts))
            if first_in.setdefault(area_key(area), part) != part:
                area = f"{part}: {area[:1].lower()}{area[1:]}"
            if grade:
                yield Judgement(area, grade, last.page, passage.spans)


def _from_sentences(passages: list[Passage]) -> Iterator[Judgement]:
    for passage in passages:
        if passage.kind is Kind.BOILERPLATE or len(passage.text) > LONGEST:
            continue
        for form, area in SENTENCES:
            if found := form.match(passage.text):
                grade = grade_of(found["grade"])
                if grade:
                    yield _judgement(passage, _named(area or found["area"]), grade)
                break


def _outcomes(passages: list[Passage]) -> Iterator[Judgement]:
    """Area SEND inspections give one of three outcomes; joint inspections name areas for priority action."""
    joint = any(JOINT.search(passage.text) for passage in passages[:12])
    for passage in passages:
        if passage.kind in (Kind.FINDING, Kind.JUDGEMENT):
            for form, name in SEND_OUTCOMES:
                if not joint and form.search(passage.text):
                    yield _judgement(passage, "Area SEND outcome", name)
        elif joint and passage.kind is Kind.HEADING and PRIORITY.fullmatch(passage.text):
            yield _judgement(passage, "Joint targeted area inspection", "priority action")


def _judgement(passage: Passage, area: str, grade: str) -> Judgement:
    return Judgement(area, grade, passage.spans[0].page, passage.spans)


def _named(label: str) -> str:
    words = LABEL.sub("", label.strip()).rstrip(" :")
    return words[:1].upper() + words[1:]


def area_key(area: str) -> str:
    """The same for every name of an area; of one that is judged again in another part, with that part."""
    part, _, name = area.lower().rpartition(": ")
    key = next((key for key, form in AREAS if form.search(name)), name)
    return f"{part}: {key}" if part else key


def is_earlier(path: tuple[str, ...]) -> bool:
    """Whether these headings stand over what an earlier inspection judged."""
    return any(EARLIER.match(heading) for heading in path)


def judges(text: str) -> bool:
    """Whether `text` is a sentence or heading that gives a grade or an area SEND outcome."""
    if len(text) > LONGEST:
        return False
    outcome = any(form.search(text) for form, _ in SEND_OUTCOMES)
    return outcome or any(form.match(text) for form, _ in SENTENCES)


def is_judgement(cells: list[str]) -> bool:
    """Whether the cells of a row are an area judged and its grade."""
    return len(cells) == 2 and grade_of(cells[1]) is not None and not COLUMN_HEADS.fullmatch(cells[0])
