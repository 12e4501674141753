"""Grades over time as HTML: a picture for each authority, side by side, and the tables that say the same."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

from assistant import prepare_wording as words
from assistant import wording
from assistant.areas import Line
from assistant.between import Between
from assistant.history import Point
from assistant.history_words import latest, main_point, year
from assistant.originals_link import original_link
from assistant.prepare_addresses import file_links, picture
from assistant.rendering import words_html
from documents.authorities import name_of

COLUMNS = ("Area", "Grade", "Page")
NARROW = "(max-width: 760px)"


def history_html(points: Sequence[Point], authorities: Sequence[str], time: Between) -> str:
    """The latest grades of several authorities beside each other; then each authority by itself."""
    own = {code: [point for point in points if point.authority == code] for code in authorities}
    graded = {code: held for code, held in own.items() if held}
    files = file_links("judgements", ("csv", "xlsx", "docx", "png"), authorities, time) if graded else ""
    beside = _beside(graded) if len(graded) > 1 else ""
    each = "".join(_section(code, held, authorities, time) for code, held in own.items())
    note = f"<p>{words.NEW_TAB}</p>" if graded else ""
    shown = f'{note}{files}{beside}<div class="panels">{each}</div>'
    return f'<div class="prepared"><h2>{words.GRADES}</h2>{shown}</div>'


def _section(code: str, points: Sequence[Point], authorities: Sequence[str], time: Between) -> str:
    name = name_of(code)
    if not points:
        return f"<section><h3>{escape(name)}</h3><p>{escape(words.no_grades(code, time.words))}</p></section>"
    return (
        f"<section><h3>{escape(name)}</h3>{_figure(code, points, authorities, time)}"
        f"{_table(name, points)}</section>"
    )


def _figure(code: str, points: Sequence[Point], authorities: Sequence[str], time: Between) -> str:
    """The whole picture opens by itself, where it can be made larger."""
    if not any(point.date and point.height for point in points):
        return ""
    wide = escape(picture(code, authorities, time))
    narrow = escape(picture(code, authorities, time, narrow=True))
    on_small = f"{NARROW}, (min-width: 761px)" if len(authorities) > 1 else NARROW
    return (
        f'<figure class="plot"><picture><source media="{on_small}" srcset="{narrow}">'
        f'<img src="{wide}" alt="{escape(main_point(points))}" loading="lazy"></picture>'
        f'<figcaption><a href="{wide}" target="_blank" rel="noopener"'
        f' aria-label="{escape(words.ENLARGE)}: {escape(name_of(code))} (opens in a new tab)">'
        f"{words.ENLARGE}</a></figcaption></figure>"
    )


def _table(name: str, points: Sequence[Point]) -> str:
    """A stretch of rows for each inspection, the newest first, under its kind and day."""
    groups = [(source, list(group)) for source, group in groupby(points, key=lambda point: point.source)]
    rows = "".join(_inspection(group) for _, group in reversed(groups))
    heads = "".join(f'<th role="columnheader" scope="col">{name}</th>' for name in COLUMNS)
    return (
        f'<table class="rows" role="table"><caption>{escape(words.GRADES_OF.format(name=name))}</caption>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>{rows}</table>'
    )


def _inspection(points: Sequence[Point]) -> str:
    source = points[0].source
    title = f"{source.framework}, {wording.inspected(source)}"
    rows = "".join(_row(point) for point in points)
    return (
        '<tbody role="rowgroup"><tr role="row" class="of">'
        f'<th role="rowheader" scope="rowgroup" colspan="3">{words_html(title[:1].upper() + title[1:])}'
        f'<span class="file">{words_html(source.title)}</span></th></tr>{rows}</tbody>'
    )


def _row(point: Point) -> str:
    page = point.judgement.page
    link = original_link(point.source, page, f"{wording.page_word(point.source)} {page}")
    area, grade = str(point.line), point.judgement.grade
    return (
        f'<tr role="row"><td role="cell">{escape(area[:1].upper() + area[1:])}{_printed(point)}</td>'
        f'<td role="cell" class="grade">{escape(grade[:1].upper() + grade[1:])}</td>'
        f'<td role="cell">{link}</td></tr>'
    )


def _printed(point: Point) -> str:
    """The area as the report names it, where that is all we know of it."""
    if point.line is not Line.OTHER:
        return ""
    return f'<span class="file">{words_html(point.judgement.area)}</span>'


def _beside(graded: Mapping[str, Sequence[Point]]) -> str:
    newest = {code: latest(points) for code, points in graded.items()}
    lines = [line for line in Line if any(line in each for each in newest.values())]
    heads = "".join(f'<th scope="col">{escape(name_of(code))}</th>' for code in graded)
    rows = "".join(
        f'<tr><th scope="row">{escape(line[:1].upper() + line[1:])}</th>'
        f"{''.join(_newest(each.get(line)) for each in newest.values())}</tr>"
        for line in lines
    )
    return (
        f"<h3>{words.SIDE_BY_SIDE}</h3>"
        f'<div class="wide" role="region" tabindex="0" aria-label="{words.SIDE_BY_SIDE}">'
        f'<table class="beside"><thead><tr><th scope="col">Area</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _newest(point: Point | None) -> str:
    if point is None:
        return f'<td class="none">{words.NOT_GRADED}</td>'
    grade = point.judgement.grade
    link = original_link(point.source, point.judgement.page, f"{year(point)}, page {point.judgement.page}")
    return f"<td>{escape(grade[:1].upper() + grade[1:])}<br>{link}</td>"
