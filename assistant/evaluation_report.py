"""An evaluation as a page of its own, which needs no network: tables, plots, and each miss."""

from collections.abc import Iterable
from datetime import date
from html import escape

from assistant.confusion import answered_or_refused, calibration, kinds_read
from assistant.evaluation_lines import causes, share, written
from assistant.evaluation_misses import miss_html
from assistant.evaluation_plots import curve_svg, grid_svg
from assistant.figures import MEASURES, Figures, says_something
from assistant.rendering import words_html
from assistant.results import Result, by_kind
from documents.report import ReportDate

STYLE = """
body { font: 1rem/1.5 Arial, sans-serif; color: #0b0c0c; background: #fff; max-width: 60rem; margin: 0 auto;
  padding: 1rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: 0 0 1.5rem; }
caption { text-align: left; font-weight: 700; padding: .4rem 0; }
th, td { border-bottom: 1px solid #b1b4b6; padding: .35rem .9rem .35rem 0; text-align: left; }
td.number, th.number { text-align: right; }
svg { max-width: 100%; height: auto; }
figure { margin: 0 0 1.5rem; }
blockquote { border-left: 6px solid #1d4f91; margin: .5rem 0; padding: .1rem 0 .1rem 1rem; }
.quiet { color: #505a5f; }
"""
SCORES = (
    "The score of the best candidate, against the share of questions that were answered rightly. A question"
    " that the documents do not answer counts as not answered rightly."
)
ANSWERED = "What was expected (left) and what was got. The cells with a heavy edge are right."
READ = (
    "Of each kind of question that the documents answer, the kind of answer it was read as."
    " The cells with a heavy edge are right."
)


def report_html(name: str, results: list[Result], figures: Figures) -> str:
    """`name` is the file of questions."""
    title = f"How the assistant does on {name}"
    today = date.today()
    made = ReportDate(today.year, today.month, today.day).words
    body = "".join(
        [
            f"<h1>{words_html(title)}</h1><p>Measured on {made}.</p>",
            _kinds(results),
            _figures(figures),
            _plots(results),
            _misses(results),
        ]
    )
    return (
        '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"/>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>{body}</main></body></html>\n"
    )


def _kinds(results: list[Result]) -> str:
    rows = [
        (row.kind, str(row.number), str(row.right), str(row.refused), share(row.recall))
        for row in by_kind(results)
    ]
    return _section("By kind") + _table(
        "Questions and checked claims of each kind",
        ("Kind", "Number", "Right", "Refused", "Share of the passages needed that are quoted"),
        rows,
    )


def _figures(figures: Figures) -> str:
    rows = [
        (label, written(name, figures[name]))
        for name, label in MEASURES.items()
        if says_something(name, figures)
    ]
    return _section("Figures") + _table("Over all questions and claims", ("Measure", "Figure"), rows)


def _plots(results: list[Result]) -> str:
    answered, read, bins = answered_or_refused(results), kinds_read(results), calibration(results)
    plots = [("answered", "Answered or refused", ANSWERED, answered)]
    if read.rows:
        plots.append(("kinds", "Kinds of answer", READ, read))
    parts = [
        f"{_section(title)}<figure>{grid_svg(name, title, grid)}<figcaption>{said}</figcaption></figure>"
        for name, title, said, grid in plots
    ]
    if bins:
        title = "Scores and right answers"
        drawn = curve_svg("scores", title, bins)
        rows = [(each.label, str(each.number), str(each.right), share(each.share)) for each in bins]
        parts.append(f"{_section(title)}<figure>{drawn}<figcaption>{SCORES}</figcaption></figure>")
        parts.append(_table("The same in numbers", ("Score", "Questions", "Right", "Share"), rows))
    return "".join(parts)


def _misses(results: list[Result]) -> str:
    rows = [(cause, str(number)) for cause, number in causes(results)]
    if not rows:
        return _section("Not right") + "<p>Everything is right.</p>"
    table = _table("Causes", ("Cause", "Number"), rows)
    return (
        _section("Not right") + table + "".join(miss_html(each, each.miss) for each in results if each.miss)
    )


def _section(title: str) -> str:
    return f"<h2>{escape(title)}</h2>"


def _table(caption: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """The first column names the row; the others hold numbers."""
    top = "".join(f"<th scope='col'{_number(at)}>{escape(head)}</th>" for at, head in enumerate(heads))
    body = "".join(
        f"<tr><th scope='row'>{words_html(first)}</th>"
        + "".join(f"<td class='number'>{words_html(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in rows
    )
    head = f"<caption>{escape(caption)}</caption><thead><tr>{top}</tr></thead>"
    return f"<table>{head}<tbody>{body}</tbody></table>"


def _number(at: int) -> str:
    return " class='number'" if at else ""
