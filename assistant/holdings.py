"""What the library holds, as HTML for the page: a count, and a table that can be closed and scrolled."""

from html import escape

from assistant import wording
from assistant.rendering import words_html
from documents.report import Source
from index import catalogue
from index.library import Library

FEW = 12  # documents; a longer list is closed at first
COLUMNS = ("Document", "Authority", "Who speaks", "Dates", "Length")


def library_html(library: Library) -> str:
    with library.catalogue.reading() as db:
        sources, counts = catalogue.sources(db), catalogue.page_counts(db)
    title = f"<h2>{wording.LIBRARY}</h2>"
    if not sources:
        return f"{title}<p>{escape(wording.EMPTY)}</p>"
    heads = "".join(f'<th role="columnheader" scope="col">{name}</th>' for name in COLUMNS)
    rows = "".join(_row(source, *counts[source.sha256]) for source in sorted(sources, key=_place))
    count = wording.counted(len(sources), "document")
    return (
        f"{title}<details class='holdings'{' open' if len(sources) <= FEW else ''}><summary>{count}</summary>"
        f"<div class='scrolled' role='region' tabindex='0' aria-label='{wording.LIBRARY}'>"
        f"<table role='table'><thead role='rowgroup'><tr role='row'>{heads}</tr></thead>"
        f"<tbody role='rowgroup'>{rows}</tbody></table></div></details>"
    )


def _place(source: Source) -> tuple[str, int]:
    """By authority, the newest first."""
    date = source.inspected_to or source.published
    return wording.names(source.authorities), -(date.last if date else 0)


def _row(source: Source, pages: int, unreadable: int) -> str:
    """The roles stand here because a narrow screen shows the row as a block, which is no row to a reader."""
    sample = f' <strong class="tag">{wording.SAMPLE}</strong>' if source.sample else ""
    cells = (
        f'{words_html(source.title)}{sample}<br><span class="file">{words_html(source.file)}</span>',
        escape(wording.names(source.authorities) or "unknown"),
        escape(wording.SPEAKERS[source.speaker]),
        escape(wording.when(source)),
        escape(wording.pages(source, pages, unreadable)),
    )
    return f'<tr role="row">{"".join(map(_cell, COLUMNS, cells))}</tr>'


def _cell(column: str, inner: str) -> str:
    return f'<td role="cell" data-column="{column}">{inner}</td>'
