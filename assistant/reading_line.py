"""How a question was read, in a line: 'Trafford · latest inspection · a list', each part to be corrected."""

from dataclasses import dataclass
from html import escape

from assistant import wording
from assistant.evidence import AnswerKind, Reading
from assistant.readings import Named

KINDS = {
    AnswerKind.FACT: "what was found",
    AnswerKind.LIST: "a list",
    AnswerKind.JUDGEMENT: "grades",
    AnswerKind.DATE_OR_PERSON: "a date or person",
    AnswerKind.CHANGE: "change over time",
    AnswerKind.COMPARISON: "side by side",
    AnswerKind.DEFINITION: "what a term means",
    AnswerKind.ACROSS: "across authorities",
}
OFFERED = (AnswerKind.FACT, AnswerKind.LIST, AnswerKind.JUDGEMENT, AnswerKind.CHANGE)
OF_THE_LATEST = (AnswerKind.LIST, AnswerKind.JUDGEMENT, AnswerKind.DATE_OR_PERSON)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the line; `named` says what the question named with them, where that can be taken back."""

    words: str
    named: Named | None = None


def pieces(reading: Reading) -> list[Piece]:
    """Whom, which inspection, when, whose words, slips of typing, what kind of answer."""
    authority = Named.AUTHORITY if reading.authorities else None
    found = [Piece(wording.names(reading.authorities) or "all authorities", authority)]
    if reading.documents:
        found.append(Piece("the document quoted before", Named.INSPECTION))
    elif reading.frameworks:
        found.append(Piece(str(reading.frameworks[0]), Named.INSPECTION))
    if reading.graded:
        found.append(Piece(f"the last inspection graded {reading.graded}", Named.INSPECTION))
    found += [time] if (time := _time(reading)) else []
    found += [
        Piece(f"in the words of {wording.SPEAKERS[speaker]}", Named.VOICE) for speaker in reading.speakers
    ]
    found += [Piece(f"‘{typed}’ read as ‘{meant}’") for typed, meant in reading.spelt]
    return [*found, Piece(KINDS[reading.kind])]


def reading_line(reading: Reading) -> str:
    """The line in plain words, with what was taken over from the question before."""
    line = " · ".join(piece.words for piece in pieces(reading))
    return f"{line} ({wording.taken(reading.taken)})" if reading.taken else line


def reading_html(reading: Reading, so_far: tuple[Named, ...] = ()) -> str:
    """The line with a button on each part that can be taken back, and the other kinds of answer.

    `so_far` is what has been taken back already.
    """
    shown = " · ".join(_piece(reading, piece, so_far) for piece in pieces(reading))
    taken = f'<p class="taken">{escape(wording.taken(reading.taken))}</p>' if reading.taken else ""
    others = " ".join(_other(reading, kind, so_far) for kind in OFFERED if kind is not reading.kind)
    return (
        f'<div class="reading"><p><span class="label">{wording.READ_AS}</span> {shown}</p>{taken}'
        f'<p class="others"><span class="label">{wording.INSTEAD}</span> {others}</p></div>'
    )


def _time(reading: Reading) -> Piece | None:
    if reading.since:
        return Piece(f"since {reading.since // 10_000}", Named.TIME)
    if reading.periods:
        return Piece(" and ".join(period.words for period in reading.periods), Named.TIME)
    if reading.latest or (reading.kind in OF_THE_LATEST and not (reading.frameworks or reading.graded)):
        return Piece("latest inspection", Named.TIME if reading.latest else None)
    return None if reading.graded else Piece("all times")


def _piece(reading: Reading, piece: Piece, so_far: tuple[Named, ...]) -> str:
    words = escape(piece.words)
    if piece.named is None:
        return f"<span>{words}</span>"
    without = ",".join(dict.fromkeys([*so_far, piece.named]))
    return (
        f'<button type="button" data-question="{escape(reading.own_words)}" data-without="{without}"'
        f' data-kind="" aria-label="{escape(wording.NOT_MEANT.format(words=piece.words))}">'
        f'{words} <span aria-hidden="true">✕</span></button>'
    )


def _other(reading: Reading, kind: AnswerKind, so_far: tuple[Named, ...]) -> str:
    return (
        f'<button type="button" data-question="{escape(reading.own_words)}" data-without="{",".join(so_far)}"'
        f' data-kind="{kind}">{KINDS[kind]}</button>'
    )
