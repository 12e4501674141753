"""What programs are given, field by field: the form of the batch interface, and of the commands' --json."""

from typing_extensions import TypedDict


class Citation(TypedDict):
    """Exact words of a document and their place; `document` is its file name, `page` where they begin."""

    number: int
    document: str
    sha256: str
    title: str
    authority: str | None
    speaker: str
    publisher: str | None
    published: str | None
    inspected: list[str] | None
    page: int
    pages: list[int]
    printed_page: str | None
    paragraph: str | None
    heading: list[str]
    quote: str
    stance: str | None
    read_by: str
    sample: bool


class Reading(TypedDict):
    """A question or claim as it was understood."""

    authorities: list[str]
    speakers: list[str]
    kind: str
    frameworks: list[str]
    periods: list[str]
    taken: list[str]
    line: str


class Searched(TypedDict):
    documents: int
    unreadable_pages: int


class Answer(TypedDict):
    """`outcome` is answered, partly, not_in_documents or unclear; `nearest` is what came closest."""

    question: str
    answer: str
    outcome: str
    abstained: bool
    verdict: None
    reading: Reading
    citations: list[Citation]
    nearest: list[Citation]
    searched: Searched


class Verdict(TypedDict):
    """`verdict` is supported, contradicted, mixed or not_in_evidence; citations have their stance."""

    claim: str
    answer: str
    outcome: str
    abstained: bool
    verdict: str
    reading: Reading
    citations: list[Citation]
    nearest: list[Citation]
    searched: Searched
    place: list[int]
    flags: list[str]
    reasons: list[str]


class Judgement(TypedDict):
    """A grade; `area` is the line it stands on, `printed_area` what the report calls it."""

    authority: str
    date: str | None
    framework: str
    area: str
    grade: str
    page: int
    file: str
    printed_area: str
    citation: Citation


class Recommendation(TypedDict):
    file: str
    sha256: str
    title: str
    authority: str | None
    inspected_from: str | None
    inspected_to: str | None
    page: int
    printed_page: str | None
    order: int
    addressed_to: str | None
    text: str


class Again(TypedDict):
    number: int
    date: str


class Later(TypedDict):
    """How the matter stands in a later document."""

    document: str
    sha256: str
    date: str
    framework: str
    speaker: str
    standing: str
    ground: str
    citations: list[Citation]


class Improvement(TypedDict):
    """A recommendation, whether it was asked for `again`, and what `later` documents say of its matter."""

    number: int
    date: str
    addressed_to: str | None
    recommendation: Citation
    matters: list[str]
    again: list[Again]
    latest: str | None
    later: list[Later]


class Improvements(TypedDict):
    """`undated` are the files that could not be placed in time."""

    authority: str
    items: list[Improvement]
    undated: list[str]


class Document(TypedDict):
    file: str
    sha256: str
    title: str
    authority: str | None
    authorities: list[str]
    speaker: str
    publisher: str | None
    framework: str
    theme: str | None
    published: str | None
    inspected_from: str | None
    inspected_to: str | None
    lead_inspector: str | None
    pages: int
    unreadable_pages: int
    sample: bool
