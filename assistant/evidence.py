"""What an answer is made of: exact quotations, each with all that is needed to find it in its document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from documents.frameworks import Framework
from documents.passages import cut
from documents.report import Passage, ReportDate, Source, Span, Speaker


class Outcome(StrEnum):
    ANSWERED = "answered"
    PARTLY = "partly"
    NOT_IN_DOCUMENTS = "not_in_documents"
    UNCLEAR = "unclear"
    FAILED = "failed"


class Stance(StrEnum):
    """Whether a citation bears out a claim or speaks against it."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of a passage: characters `start` to `end` of its text."""

    passage: Passage
    source: Source
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def spans(self) -> tuple[Span, ...]:
        return cut(self.passage.spans, self.start, self.end)

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(span.page for span in self.spans))


def whole(passage: Passage, source: Source) -> Quote:
    return Quote(passage, source, 0, len(passage.text))


def together(passages: Sequence[Passage], source: Source) -> Quote:
    """Passages that follow each other, such as the rows of a table, as one quotation."""
    *before, last = passages
    spans = [span for passage in before for span in _spaced(passage.spans)]
    text = " ".join(passage.text for passage in passages)
    return whole(replace(passages[0], spans=(*spans, *last.spans), text=text), source)


def _spaced(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return (*spans[:-1], replace(spans[-1], joiner=" "))


@dataclass(frozen=True, slots=True)
class Citation:
    """A quotation that has been checked against its page, with what a reader sees of it; kept as it was."""

    number: int
    quote: Quote
    printed_page: str | None
    read_by: str
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked through for an answer."""

    documents: int
    unreadable_pages: int
    authorities: tuple[str, ...]  # codes; none where all were searched


class AnswerKind(StrEnum):
    """What kind of answer a question wants."""

    FACT = "fact"
    LIST = "list"
    JUDGEMENT = "judgement"
    DATE_OR_PERSON = "date or person"
    CHANGE = "change over time"
    COMPARISON = "comparison"
    DEFINITION = "definition"
    ACROSS = "across authorities"


@dataclass(frozen=True, slots=True)
class Period:
    """From day to day, both as numbers like 20180301, and the words that named it."""

    first: int
    last: int
    words: str

    @property
    def full_words(self) -> str:
        """The month and year, or the year, as documents write it."""
        month = self.first // 100
        one_month = month == self.last // 100
        return ReportDate(month // 100, month % 100 if one_month else 0).words


@dataclass(frozen=True, slots=True)
class Reading:
    """The question as it was understood.

    `topic` is the question without the names that every passage in scope shares. `other_than` are authorities
    that it names to ask of others. `frameworks` are the kinds
    of inspection it names, `periods` the times; `latest` and `since` narrow them. Where it goes on from a
    question before, `asked` are the person's own words, `taken` what was taken over, and `documents` (sha256)
    those it points at. `graded` is the overall grade by which it tells the inspection: 'the inadequate one'.
    `spelt` are words as typed, each with the one that was taken to be meant.
    """

    question: str
    topic: str = ""
    kind: AnswerKind = AnswerKind.FACT
    authorities: tuple[str, ...] = ()
    other_than: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    periods: tuple[Period, ...] = ()
    latest: bool = False
    since: int | None = None
    graded: str = ""
    asked: str = ""
    taken: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    spelt: tuple[tuple[str, str], ...] = ()

    @property
    def own_words(self) -> str:
        return self.asked or self.question


@dataclass(frozen=True, slots=True)
class Answer:
    """`text` carries [n] marks, the numbers of `citations`. `nearest` came closest where none answers."""

    reading: Reading
    outcome: Outcome
    text: str
    citations: tuple[Citation, ...]
    searched: Searched
    nearest: tuple[Citation, ...] = ()

    @property
    def abstained(self) -> bool:
        return self.outcome in (Outcome.NOT_IN_DOCUMENTS, Outcome.UNCLEAR)
