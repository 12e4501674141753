"""The links by which an evidence pack is downloaded."""

from html import escape

from assistant.conversations_wording import EXPORT_ANSWER, EXPORT_CHECK, FORMS, NOT_KEPT
from assistant.evidence import Answer, Outcome
from assistant.keep import Place


def below_answer(found: Answer, place: Place | None) -> str:
    """Beneath an answer that is kept at `place`. A question back to the person is nothing to export."""
    if found.outcome is Outcome.UNCLEAR:
        return ""
    return _below(EXPORT_ANSWER, place)


def below_check(place: Place | None) -> str:
    return _below(EXPORT_CHECK, place)


def _below(words: str, place: Place | None) -> str:
    return export_html(words, "turn", place.turn) if place else f'<p class="since">{escape(NOT_KEPT)}</p>'


def export_html(words: str, what: str, id: str) -> str:
    """'Export this answer: Word, PDF'; `what` is a turn or a whole conversation."""
    links = "".join(
        f'<li><a class="download" href="/exports/{what}/{id}.{form}" download'
        f' aria-label="{escape(words)}: {name}">{name}</a></li>'
        for form, name in FORMS.items()
    )
    return f'<div class="export"><span>{escape(words)}:</span><ul>{links}</ul></div>'
