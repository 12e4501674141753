"""The comparison of a council's own account with findings as HTML: two columns, disagreements first."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from assistant import prepare_wording as words
from assistant import wording
from assistant.between import Between
from assistant.evidence import Citation
from assistant.originals_link import cited_link
from assistant.prepare_addresses import file_links
from assistant.rendering import words_html
from assistant.self_assessment import Comparison, Relation, Row
from assistant.self_assessment_shown import NOTHING, SECTIONS
from documents.authorities import name_of
from documents.report import Source

FORMS = ("docx", "xlsx", "csv")
KINDS = {Relation.DIFFERS: "contradicted", Relation.AGREES: "supported", Relation.BOTH: "mixed"}


def comparison_html(comparisons: Sequence[Comparison], time: Between) -> str:
    """One authority after the other; `time` is that of the rows, for where there are none."""
    note = f"<p>{words.READ_COMPARISON}</p><p>{words.NEW_TAB}</p>"
    each = "".join(_section(found, time) for found in comparisons)
    return f'<div class="prepared comparison"><h2>{words.COMPARISON}</h2>{note}{each}</div>'


def _section(found: Comparison, time: Between) -> str:
    name = name_of(found.authority)
    head = f"<section><h3>{escape(name)}</h3>"
    if not found.own:
        return f"{head}<p>{escape(NOTHING.format(name=name))}</p></section>"
    if not found.rows:
        return f"{head}<p>{escape(words.no_rows(time.words))}</p></section>"
    files = file_links("comparison", FORMS, [found.authority], time)
    groups = groupby(found.rows, key=lambda row: row.relation)
    return f"{head}{files}{''.join(_relation(relation, list(rows)) for relation, rows in groups)}</section>"


def _relation(relation: Relation, rows: Sequence[Row]) -> str:
    """What only one side speaks of is closed at first: it is long, and says least."""
    inner = "".join(_row(row) for row in rows)
    title = f"{SECTIONS[relation]} ({len(rows)})"
    if relation in KINDS:
        return f"<h4>{escape(title)}</h4>{inner}"
    return f'<details class="later"><summary>{escape(title)}</summary>{inner}</details>'


def _row(row: Row) -> str:
    """The council at the left, the inspectors at the right, each said to be so."""
    said = [row.said] if row.said else []
    about = ", ".join(row.matters)
    return (
        f'<article class="item {KINDS.get(row.relation, "not_in_evidence")}">'
        f'<p class="verdict"><strong>{words_html(about[:1].upper() + about[1:])}</strong></p>'
        f'<div class="sides">{_side(words.COUNCIL, said)}{_side(words.INSPECTORS, row.found)}</div></article>'
    )


def _side(title: str, citations: Sequence[Citation]) -> str:
    quotes = "".join(
        f'{"".join(map(_quote, each))}<p class="whose">{_whose(source)}</p>'
        for source, each in groupby(citations, key=lambda citation: citation.quote.source)
    )
    return f'<div><p class="side">{title}</p>{quotes or f"<p>{words.SILENT}</p>"}</div>'


def _quote(citation: Citation) -> str:
    return f"<blockquote>“{words_html(citation.quote.words)}” {cited_link(citation)}</blockquote>"


def _whose(source: Source) -> str:
    """'Inspection of … · Ofsted · inspected 4 to 8 March 2019'."""
    return words_html(" · ".join([source.title, wording.who(source), wording.inspected(source)]))
