"""A person's history as HTML: the list, and one conversation as it was. All from outside is escaped."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from assistant import conversations_wording as words
from assistant import wording
from assistant.check_lines import AGAINST, FOR, SHOWN, beside
from assistant.conversations import Conversation, Kept, Kind
from assistant.evidence import Answer, Citation
from assistant.export_links import export_html
from assistant.london import london
from assistant.reading_line import reading_line
from assistant.rendering import HEADINGS, whose_html, words_html
from assistant.set_off import set_off
from assistant.since import since
from assistant.verdicts import Verdict
from documents.report import Source

LISTED = 100
LONGEST_TITLE = 160  # characters
Held = Mapping[str, Source]


def list_html(found: Sequence[Conversation], wanted: str) -> str:
    """The conversations found, the latest first, each a button that opens it."""
    if not found:
        return f"<p>{escape(words.NOTHING_FOUND if wanted.strip() else words.NOTHING)}</p>"
    items = "".join(map(_listed, found[:LISTED]))
    more = f"<p>{words.LATEST_ONLY.format(most=LISTED)}</p>" if len(found) > LISTED else ""
    return f'<h2>{words.LIST}</h2><ul class="conversations">{items}</ul>{more}'


def conversation_html(id: str, turns: Sequence[Kept], held: Held) -> str:
    """One conversation. `held` are the documents in the library now, by their sha256."""
    if not turns:
        return f"<p>{words.GONE}</p>"
    shown = "".join(_turn(turn, held) for turn in turns)
    whole = export_html(words.EXPORT_CONVERSATION, "conversation", id) if len(turns) > 1 else ""
    delete = f'<p><button type="button" data-event="delete" data-id="{id}">{words.DELETE_ONE}</button></p>'
    return f'<div class="kept">{shown}{whole}{delete}</div>'


def sure_html(question: str, yes: str, id: str) -> str:
    """Asks before something is deleted; the answers are buttons."""
    which = f'type="button" data-id="{escape(id)}"'
    return (
        f'<div class="sure" role="group" aria-label="{escape(question)}" tabindex="-1">'
        f"<p>{escape(question)}</p>"
        f'<button {which} class="danger" data-event="delete" data-sure="yes">{yes}</button> '
        f'<button {which} data-event="undo">{words.NO}</button></div>'
    )


def _listed(each: Conversation) -> str:
    checked = f"{words.CHECKED.format(name=each.name)}: “{each.title}”"
    title = each.title if each.kind is Kind.ASKED else checked
    short = title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]}…"
    count = f"{words.questions(each.turns)} · " if each.turns > 1 else ""
    return (
        f'<li><button type="button" data-event="click" data-id="{each.id}">{words_html(short)}</button>'
        f'<p class="whose">{count}{london(each.latest)}</p></li>'
    )


def _turn(turn: Kept, held: Held) -> str:
    checked = turn.kind is Kind.CHECKED
    title = words.CHECKED.format(name=turn.name) if checked else turn.asked
    when = (words.CHECKED_AT if checked else words.ASKED_AT).format(at=london(turn.at))
    gone = f'<p class="since">{words.erased(turn.erased)}</p>' if turn.erased else ""
    if turn.emptied and turn.answer:
        gone += f'<p class="since">{words.EMPTIED}</p>'
    body = _answer(turn.answer, held) if turn.answer else _check(turn, held)
    return (
        f'<section class="turn"><h2 tabindex="-1">{words_html(title)}</h2>'
        f'<p class="whose">{when}</p>{gone}{body}{_actions(turn)}</section>'
    )


def _actions(turn: Kept) -> str:
    if turn.kind is Kind.CHECKED:
        return export_html(words.EXPORT_CHECK, "turn", turn.id)
    again = (
        f'<button type="button" data-event="retry" data-question="{escape(turn.asked)}">'
        f"{words.ASK_AGAIN}</button>"
    )
    return f'<div class="actions">{again}{export_html(words.EXPORT_ANSWER, "turn", turn.id)}</div>'


def _answer(found: Answer, held: Held) -> str:
    read = f'<p class="whose">{wording.READ_AS} {words_html(reading_line(found.reading))}</p>'
    parts = [
        _quote(each, held) if isinstance(each, Citation) else f"<h4>{words_html(each.removesuffix(':'))}</h4>"
        for each in set_off(found)
    ]
    near = f"<h4>{escape(wording.NEAREST)}</h4>{_quotes(found.nearest, held)}" if found.nearest else ""
    return f"{read}<h3>{HEADINGS[found.outcome]}</h3>{''.join(parts)}{near}"


def _check(turn: Kept, held: Held) -> str:
    return "".join(_verdict(number, each, held) for number, each in enumerate(turn.verdicts, 1))


def _verdict(number: int, verdict: Verdict, held: Held) -> str:
    flags = "".join(f"<li>{escape(flag[:1].upper() + flag[1:])}</li>" for flag in verdict.flags)
    wrong = "".join(f'<p class="beside">{words_html(beside(each))}</p>' for each in verdict.misquotations)
    sides = ((FOR, verdict.supporting), (AGAINST, verdict.contradicting), (wording.NEAREST, verdict.nearest))
    shown = "".join(
        f"<h4>{escape(lead.rstrip(':'))}</h4>{_quotes(some, held)}" for lead, some in sides if some
    )
    return (
        f'<div class="claim {verdict.finding}"><h3>{number}. {words_html(verdict.claim.text)}</h3>'
        f'<p class="verdict"><strong>{escape(SHOWN[verdict.finding])}</strong></p>'
        f"{f'<ul class=flags>{flags}</ul>' if flags else ''}"
        f'<p class="whose">{escape(wording.searched(verdict.searched))}</p>{wrong}{shown}</div>'
    )


def _quotes(citations: Iterable[Citation], held: Held) -> str:
    return "".join(_quote(each, held) for each in citations)


def _quote(citation: Citation, held: Held) -> str:
    """The words, whose they are and where they stand, what became of the document, and their passage."""
    quote, place = citation.quote, wording.place(citation)
    became = since(quote.source, held)
    text = quote.passage.text
    before, after = text[: quote.start], text[quote.end :]
    more = f"<bdi>{escape(before)}<mark>{escape(quote.words)}</mark>{escape(after)}</bdi>"
    passage = f"<details><summary>{words.PASSAGE}</summary><p>{more}</p></details>" if before + after else ""
    return (
        f"<blockquote>“{words_html(quote.words)}” <b>[{citation.number}]</b></blockquote>"
        f'<div class="of"><p>{words_html(quote.source.title)}</p>{whose_html(quote.source)}'
        f'<p class="file">{words_html(place[:1].upper() + place[1:])} · {words_html(quote.source.file)}</p>'
        f"{f'<p class=since>{escape(became)}</p>' if became else ''}"
        f"{passage}</div>"
    )
