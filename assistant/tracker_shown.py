"""The improvement tracker as HTML: what is pressing, then each recommendation with the latest word on it.

The rows are a form: those ticked are what its files hold.
"""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from assistant import prepare_wording as words
from assistant import wording
from assistant.between import Between, date_of
from assistant.chosen import row_key
from assistant.evidence import Citation
from assistant.grounds import Standing
from assistant.improvements import Item, Later, Tracker
from assistant.improvements_shown import UNDATED, latest, silence, when, who
from assistant.originals_link import cited_link
from assistant.prepare_addresses import FILES, asked
from assistant.prepare_forms import PACK
from assistant.pressing import at_a_glance
from assistant.rendering import words_html
from documents.authorities import name_of

FORMS = ("docx", "xlsx", "csv")
KINDS = {  # the classes whose colours repeat what the words say
    Standing.BETTER: "supported",
    Standing.WORSE: "contradicted",
    Standing.SAME: "mixed",
    Standing.MENTIONED: "mentioned",
    Standing.NOT_MENTIONED: "not_in_evidence",
}


def tracker_html(trackers: Sequence[Tracker], time: Between) -> str:
    """One authority after the other; `time` is that of the inspections that asked."""
    notes = f"<p>{words.READ_TRACKER}</p><p>{words.NEW_TAB}</p>"
    each = "".join(_section(tracker, time) for tracker in trackers)
    return f'<div class="prepared tracker"><h2>{words.TRACKER}</h2>{notes}{each}</div>'


def _section(tracker: Tracker, time: Between) -> str:
    name = escape(name_of(tracker.authority))
    files = ", ".join(source.file for source in tracker.undated)
    undated = f"<p>{words_html(UNDATED.format(files=files))}</p>" if files else ""
    if not tracker.items:
        told = escape(words.no_items(tracker.authority, time.words))
        return f"<section><h3>{name}</h3><p>{told}</p>{undated}</section>"
    groups = groupby(tracker.items, key=lambda item: item.source)
    listed = "".join(_inspection(tracker, list(items)) for _, items in groups)
    return (
        f"<section><h3>{name}</h3>{_glance(tracker)}{undated}"
        f'<form action="{FILES}/tracker.docx" method="get">{_fields(tracker, time)}{listed}</form></section>'
    )


def _glance(tracker: Tracker) -> str:
    """How many stand how, each number a way to its recommendation."""
    rows = "".join(
        f"<div><dt>{title}: {len(items)}</dt><dd>{' '.join(_to(tracker, item) for item in items)}</dd></div>"
        for title, items in at_a_glance(tracker)
    )
    return f'<dl class="glance">{rows}</dl>'


def _fields(tracker: Tracker, time: Between) -> str:
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{escape(value)}">'
        for name, value in asked([tracker.authority], time)
    )
    files = [(f"tracker.{form}", words.FORMS[form]) for form in FORMS]
    files += [(f"{PACK}.{form}", title) for form, title in words.PACKS.items()]
    buttons = "".join(
        f'<button type="submit" formaction="{FILES}/{file}">{escape(title)}</button>' for file, title in files
    )
    return f'{hidden}<div class="take"><p>{words.TICK}</p><p>{words.DOWNLOAD}: {buttons}</p></div>'


def _inspection(tracker: Tracker, items: Sequence[Item]) -> str:
    source = items[0].source
    about = f"{source.framework}, {wording.inspected(source)}"
    title = f'{words_html(source.title)}<span class="file">{words_html(about[:1].upper() + about[1:])}</span>'
    return f"<h4>{title}</h4>{''.join(_item(tracker, item) for item in items)}"


def _item(tracker: Tracker, item: Item) -> str:
    key, number = row_key(item), item.number
    newest = latest(item)
    kind = KINDS[newest.standing if newest else Standing.NOT_MENTIONED]
    whom = item.recommendation.addressed_to
    asked_of = f'<p class="file">{words_html(words.ADDRESSED.format(whom=whom))}</p>' if whom else ""
    return (
        f'<article class="item {kind}" id="item-{tracker.authority}-{number}" tabindex="-1">'
        f'<div class="asked"><input type="checkbox" name="row" value="{key}" id="row-{key}"'
        f' aria-label="{words.TICK_ONE.format(number=number)}">'
        f'<p><label for="row-{key}"><span class="number">{number}.</span>'
        f" “{words_html(item.citation.quote.words)}”</label> {cited_link(item.citation)}</p></div>"
        f"{asked_of}{_again(tracker, item)}{_latest(item, newest)}{_every(item)}</article>"
    )


def _again(tracker: Tracker, item: Item) -> str:
    """The other recommendations that ask for the same, as ways to them where they are shown."""
    shown = {each.number for each in tracker.items}
    links = [
        f"{when(other.source)[:4]} ({_to(tracker, other) if other.number in shown else other.number})"
        for other in map(tracker.item, item.again)
    ]
    return f'<p class="again">{words.ALSO}{", ".join(links)}</p>' if links else ""


def _to(tracker: Tracker, item: Item) -> str:
    return f'<a href="#item-{tracker.authority}-{item.number}">{item.number}</a>'


def _latest(item: Item, newest: Later | None) -> str:
    if newest is None:
        said = silence(item) or "not mentioned since"
        return f'<p class="verdict"><strong>{escape(said[:1].upper() + said[1:])}</strong></p>'
    title = f"{words.LATEST} ({_of(newest)})"
    return f'<p class="verdict">{_stands(title, newest)}</p>{_quotes(newest.citations)}'


def _every(item: Item) -> str:
    """What each later document says, closed at first: the newest word has been said already."""
    if not item.later:
        return ""
    title = words.EVERY_LATER.format(count=len(item.later)) if len(item.later) > 1 else words.ONE_LATER
    rows = "".join(_later(later) for later in item.later)
    return f'<details class="later"><summary>{title}</summary><ul>{rows}</ul></details>'


def _later(later: Later) -> str:
    return f"<li><p>{_stands(_of(later), later)}</p>{_quotes(later.citations)}</li>"


def _stands(title: str, later: Later) -> str:
    return f"{words_html(title)}: <strong>{escape(later.standing)}</strong> – {escape(later.ground)}"


def _of(later: Later) -> str:
    """'ILACS short inspection, 8 March 2019'."""
    date = date_of(later.source)
    return f"{who(later.source)}, {date.words if date else wording.UNKNOWN_DATE}"


def _quotes(citations: Sequence[Citation]) -> str:
    return "".join(
        f"<blockquote>“{words_html(each.quote.words)}” {cited_link(each)}</blockquote>" for each in citations
    )
