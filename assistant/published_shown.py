"""Published reports as HTML, and as choices for a download."""

from html import escape

from assistant import published_wording as said
from assistant import wording
from index.fetch import held
from index.library import Library
from index.published import Published


def reports_html(library: Library, reports: list[Published]) -> str:
    """Each with its kind, its dates, its address, and whether the library has it."""
    if not reports:
        return ""
    heads = "".join(f'<th role="columnheader" scope="col">{name}</th>' for name in said.COLUMNS)
    rows = "".join(_row(library, report) for report in reversed(reports))
    return (
        f'<div class="kept published"><table role="table"><thead role="rowgroup"><tr role="row">{heads}</tr>'
        f'</thead><tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def choices(library: Library, reports: list[Published]) -> list[tuple[str, str]]:
    """Those the library does not hold, the newest first, each in words and by its link."""
    return [(words(report), report.link) for report in reversed(reports) if not held(library, report)]


def words(report: Published) -> str:
    return f"{report.kind}, {_published(report)} ({report.file})"


def _published(report: Published) -> str:
    return f"published {report.published.words}" if report.published else wording.UNKNOWN_DATE


def _row(library: Library, report: Published) -> str:
    link = (
        f'<a href="{escape(report.link)}" target="_blank" rel="noopener noreferrer">{escape(report.link)}</a>'
    )
    cells = (
        f"{escape(report.kind)}<br>{link}",
        report.published.words if report.published else "unknown",
        escape(wording.period(report.inspected_from, report.inspected_to) or "unknown"),
        said.HELD if held(library, report) else said.NOT_HELD,
    )
    inner = "".join(
        f'<td role="cell" data-column="{column}">{cell}</td>'
        for column, cell in zip(said.COLUMNS, cells, strict=True)
    )
    return f'<tr role="row">{inner}</tr>'
