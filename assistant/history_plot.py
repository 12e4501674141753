"""The history of judgements as a picture: grade against date, a line an area, a panel an authority.

Lines are told apart by marker and dash as well as by colour, so that they can be read in print. Within the
band of its grade each line keeps a height of its own, so that none hides another.
"""

import io
import textwrap
from collections.abc import Collection, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from assistant.areas import GRADES, OUTCOMES, Line
from assistant.history import Point
from documents.authorities import name_of
from documents.report import ReportDate

STYLES = {  # colours that people with any sight of colour can tell apart (Okabe and Ito), markers, dashes
    Line.OVERALL: ("#000000", "s", "-"),
    Line.PROTECTION: ("#D55E00", "o", "-"),
    Line.IN_CARE: ("#0072B2", "^", "--"),
    Line.CARE_LEAVERS: ("#009E73", "v", "-."),
    Line.LEADERSHIP: ("#CC79A7", "D", ":"),
    Line.ADOPTION: ("#8A6D00", "p", "--"),
    Line.BOARD: ("#0A7FB8", "X", "-."),
    Line.SEND: ("#4B0082", "h", "-"),
}
NAMES = {1: "Inadequate", 2: "Requires\nimprovement", 3: "Good", 4: "Outstanding"}  # 2: adequate, till 2013
SEND_NAMES = {1: "Widespread failings", 2: "Inconsistent", 3: "Typically positive"}
APART = 0.11  # between lines within a band, of its height
WIDTH, HEIGHT, SEND_HEIGHT, SOURCES_HEIGHT = 7.2, 5.0, 1.5, 0.7  # inches; the width is of each panel
NARROW = 4.4  # inches, for a telephone: the same letters, closer together
DOTS = 150  # an inch
MARGIN, CHARACTERS = 1.5, 17.5  # inches beside the bands; characters of sources to an inch


def plotted(points: Sequence[Point], only: str | None = None, width: float = WIDTH) -> bytes:
    """A PNG with a panel for each authority, in the order of `points`; under it, where each point stands.

    `only` draws the panel of one authority, over the years of all, so that pictures stand side by side.
    """
    from matplotlib.figure import Figure

    every = [(code, list(group)) for code, group in groupby(points, key=lambda point: point.authority)]
    panels = [(code, own) for code, own in every if only in (None, code)]
    send = any(point.line is Line.SEND and point.height for point in points)
    heights = [HEIGHT, *([SEND_HEIGHT] if send else []), SOURCES_HEIGHT]
    figure = Figure(figsize=(width * max(1, len(panels)), sum(heights)), dpi=DOTS, layout="constrained")
    axes = figure.subplots(len(heights), max(1, len(panels)), squeeze=False, height_ratios=heights)
    for at, (code, own) in enumerate(panels):
        _draw_panel(list(axes[:, at]), name_of(code), own, round(CHARACTERS * (width - MARGIN)))
    _share_dates(axes[:-1].ravel().tolist(), points)
    _draw_legend(figure, axes.ravel().tolist())
    written = io.BytesIO()
    figure.savefig(written, format="png", metadata={"Title": "Judgements over time"})
    return written.getvalue()


def _draw_panel(axes: list[Any], name: str, points: list[Point], characters: int) -> None:
    """The grades at the top, SEND outcomes on their own scale below, the sources at the foot."""
    main, sources = axes[0], axes[-1]
    _draw_bands(main, NAMES, GRADES.values())
    main.set_title(name, loc="left", fontweight="bold")
    for line in [line for line in STYLES if line is not Line.SEND]:
        _draw_line(main, line, [point for point in points if point.line is line])
    if len(axes) > 2:
        _draw_bands(axes[1], SEND_NAMES, OUTCOMES.values())
        axes[1].set_title("Area SEND inspections (a scale of their own)", loc="left", fontsize=9)
        _draw_line(axes[1], Line.SEND, [point for point in points if point.line is Line.SEND])
    sources.axis("off")
    sources.text(0, 1, _sources(points, characters), transform=sources.transAxes, va="top", fontsize=7)


def _draw_bands(axes: Any, names: dict[int, str], heights: Collection[int]) -> None:
    levels = sorted(set(heights))
    axes.set_ylim(0.5, levels[-1] + 0.5)
    axes.set_yticks(levels, [names[level] for level in levels], fontsize=9)
    for level in levels[::2]:
        axes.axhspan(level - 0.5, level + 0.5, color="#f0f0f0", zorder=0)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _draw_line(axes: Any, line: Line, points: list[Point]) -> None:
    placed = [(_day(point.date), point.height) for point in points if point.date and point.height]
    if not placed:
        return
    colour, marker, dash = STYLES[line]
    shift = 0.0 if line is Line.SEND else APART * (3 - list(STYLES).index(line))
    axes.plot(
        [day for day, _ in placed],
        [level + shift for _, level in placed],
        color=colour, marker=marker, linestyle=dash, linewidth=1.6, markersize=7,
        markeredgecolor="white", markeredgewidth=0.6, label=line[:1].upper() + line[1:],
    )  # fmt: skip


def _draw_legend(figure: Any, axes: list[Any]) -> None:
    """Each line once, however many panels show it."""
    named = [pair for each in axes for pair in zip(*each.get_legend_handles_labels(), strict=True)]
    handles = {label: handle for handle, label in named}
    width = figure.get_figwidth()
    figure.legend(
        handles.values(),
        handles.keys(),
        loc="outside lower center",
        ncols=2 if width < WIDTH else 3 if width < 2 * WIDTH else 4,
        frameon=False,
        fontsize=9 if width >= WIDTH else 8,
        columnspacing=1.0,
        handlelength=1.8,
    )


def _share_dates(axes: list[Any], points: Sequence[Point]) -> None:
    """The same span of years in every panel, so that panels can be compared."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    years = [point.date.year for point in points if point.date and point.height]
    for each in axes:
        each.xaxis_date()
        each.xaxis.set_major_locator(locator := AutoDateLocator(minticks=3, maxticks=10))
        each.xaxis.set_major_formatter(ConciseDateFormatter(locator))
        if years:
            each.set_xlim(date(min(years) - 1, 10, 1), date(max(years) + 1, 1, 1))


def _sources(points: list[Point], characters: int) -> str:
    """Where the points stand: '2015-02-18: 50004293.pdf, pages 1, 39'."""
    dated = [point for point in points if point.date and point.height]
    places = []
    for source, group in groupby(dated, key=lambda point: point.source):
        own = list(group)
        pages = sorted({point.judgement.page for point in own})
        word = "page" if len(pages) == 1 else "pages"
        places.append(f"{own[0].cells[1]}: {source.file}, {word} {', '.join(map(str, pages))}")
    return textwrap.fill("Sources. " + ";  ".join(places), characters)


def _day(when: ReportDate) -> date:
    return date(when.year, when.month or 6, when.day or 15)
