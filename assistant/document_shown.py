"""One document of the library as HTML: what it is said to be, and how each of that is known."""

from collections.abc import Mapping
from html import escape

from assistant import library_wording as said
from assistant import wording
from assistant.downloads import address
from assistant.library_shown import tags
from assistant.london import london
from assistant.rendering import words_html
from documents.authorities import name_of
from documents.report import ReportDate, Source
from index import catalogue
from index.corrections import by_whom
from index.fields import UNKNOWN
from index.library import Library
from index.listing import known


def document_html(library: Library, source: Source, may_keep: bool) -> str:
    """With a button to correct each field, for those who may."""
    sha256 = source.sha256
    with library.catalogue.reading() as db:
        pages, unreadable = catalogue.page_counts(db)[sha256]
        judged, asked = catalogue.judgements(db, sha256), catalogue.recommendations(db, sha256)
        added = catalogue.added(db)[sha256]
    who = by_whom(library, sha256)
    rows = "".join(_row(source, name, how, who, may_keep) for name, how in known(source).items())
    facts = [
        wording.pages(source, pages, unreadable),
        wording.counted(len(judged), "judgement") if judged else "",
        wording.counted(len(asked), "recommendation") if asked else "",
        f"added on {london(added)}",
    ]
    grades = "".join(
        f"<li>{words_html(f'{each.area}: {each.grade}')} (page {each.page})</li>" for each in judged
    )
    line = escape(" · ".join(filter(None, facts)))
    return (
        f'<div class="document"><h2 tabindex="-1">{words_html(source.title)}</h2>'
        f'<p class="file">{words_html(source.file)}{tags(source)}<br>{line}</p>'
        f'<p><a class="download" href="{address(sha256)}" download>{said.DOWNLOAD}</a></p>'
        f'<dl class="described">{rows}</dl>{f"<h3>Judgements</h3><ul>{grades}</ul>" if grades else ""}</div>'
    )


def beside_html(words: str) -> str:
    """What the status line says, once more where the person looks; only that line is spoken."""
    return f'<p class="beside" aria-hidden="true">{escape(words)}</p>' if words else ""


def _row(source: Source, name: str, how: str, who: Mapping[str, tuple[str, str]], may_keep: bool) -> str:
    label = said.LABELS[name]
    told = said.HOW_KNOWN[how]
    if how == "corrected" and name in who:
        told = said.CORRECTED_BY.format(who=who[name][0], when=london(who[name][1]))
    change = (
        f'<button type="button" class="link" data-field="{name}">{said.CHANGE}'
        f'<span class="unseen"> {label.lower()}</span></button>'
        if may_keep
        else ""
    )
    return (
        f"<div><dt>{label}</dt><dd>{words_html(value_words(source, name))}"
        f'<span class="known {how}">{words_html(told)}</span></dd><dd class="change">{change}</dd></div>'
    )


def value_words(source: Source, name: str) -> str:
    """What a field of the description says, in words for people."""
    value = getattr(source, name)
    if name == "authorities":
        return ", ".join(map(name_of, value)) or UNKNOWN
    if name == "speaker":
        return wording.SPEAKERS[value]
    if isinstance(value, ReportDate):
        return value.words
    return str(value or UNKNOWN)
