"""The misses of an evaluation as HTML: what was asked, expected and where, quoted, and what went wrong."""

from html import escape

from assistant.evaluation_lines import place
from assistant.misses import Lost, Miss
from assistant.rendering import words_html
from assistant.results import Result
from assistant.scoring import Given, Quoted

NOTHING_QUOTED = "Nothing was quoted:"


def miss_html(result: Result, miss: Miss) -> str:
    gold = result.gold
    parts = [
        f"<section><h3>{words_html(gold.id)}: {escape(miss.cause)}</h3>",
        f"<p>{words_html(gold.asked)} {_quiet(gold.kind)}</p>",
        *(f"<p>After: {words_html(earlier)}</p>" for earlier in gold.after),
        _said("Expected", gold.verdict or gold.reference),
        *(_lost(lost) for lost in miss.lost),
    ]
    if not result.given.abstained:
        parts.append(_said("Not shown", ", ".join(result.score.missing)))
    return "".join([*parts, _given(result.given), "</section>"])


def _lost(lost: Lost) -> str:
    """The passages of which one was expected, and how far the best of them came."""
    wanted = [f"“{words_html(each.phrase)}” {_quiet(place(each))}" for each in lost.group]
    return f"<p>{escape(lost.stage.capitalize())}: {' or '.join(wanted)}</p>"


def _given(given: Given) -> str:
    if given.failure:
        return _said("It broke", given.failure)
    verdict = _said("Given", given.verdict or "")
    if not given.quoted:
        return f"{verdict}<p>{NOTHING_QUOTED} {words_html(given.text)}</p>"
    return verdict + "".join(map(_quote, given.quoted))


def _quote(one: Quoted) -> str:
    where = _quiet(f"{one.file}, page {one.pages[0]}")
    return f"<blockquote><p>“{words_html(one.words)}” {where}</p></blockquote>"


def _said(label: str, words: str) -> str:
    return f"<p>{label}: {words_html(words)}</p>" if words else ""


def _quiet(words: str) -> str:
    return f'<span class="quiet">({words_html(words)})</span>'
