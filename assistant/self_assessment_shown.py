"""The comparison of a council's own account with findings: lines, the form for programs, a Word document."""

from itertools import groupby
from typing import Any

from assistant import wording
from assistant.batch import citation_json
from assistant.improvements_shown import source_place, when
from assistant.improvements_word import said, where
from assistant.self_assessment import Comparison, Relation, Row
from assistant.word_export import add_table, new_document, saved
from documents.authorities import name_of

TITLE = "{name}: what the council says of itself, and what inspectors found"
NOTHING = (
    "The library holds no self-assessment of {name} with a date, and so nothing to put beside the findings."
)
SECTIONS = {
    Relation.DIFFERS: "Disagreements",
    Relation.AGREES: "Agreements",
    Relation.BOTH: "Both speak of it; whether they agree is for the reader",
    Relation.COUNCIL: "Only the council speaks of it",
    Relation.INSPECTORS: "Only the inspectors speak of it",
}
NOTES = (
    "Findings are those of inspections within two years either side of the council’s document.",
    "Every quotation stands word for word on the page named beside it.",
    "Agreement and disagreement follow from rules on the words quoted; they are a help in reading.",
    "‘Only’ means that no sentence on the matter was found on the other side: look before relying on it.",
)
HEADS = (("Matter", 4.0), ("The council", 8.6), ("The inspectors", 8.6), ("Where", 4.0))


def as_lines(found: Comparison) -> list[str]:
    lines = [] if found.own else [NOTHING.format(name=name_of(found.authority))]
    for relation, group in groupby(found.rows, key=lambda row: row.relation):
        lines += ["", SECTIONS[relation].upper()]
        for row in group:
            own = [("council", row.said)] if row.said else []
            lines.append(f"  {', '.join(row.matters)}")
            for voice, citation in (*own, *(("inspectors", one) for one in row.found)):
                words, place = citation.quote.words, source_place(citation)
                lines.append(f"    {voice}, {when(citation.quote.source)}: “{words}” ({place})")
    return lines[1:] if lines and not lines[0] else lines


def as_json(found: Comparison) -> dict[str, Any]:
    return {
        "authority": name_of(found.authority),
        "own": [source.file for source in found.own],
        "inspected": [source.file for source in found.inspected],
        "rows": [_row(row) for row in found.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "relation": row.relation.name.lower(),
        "matters": list(row.matters),
        "said": citation_json(row.said) if row.said else None,
        "found": [citation_json(citation) for citation in row.found],
    }


def as_docx(found: Comparison) -> bytes:
    name = name_of(found.authority)
    looked = [wording.about(source) for source in (*found.own, *found.inspected)]
    opening = [] if found.own else [NOTHING.format(name=name)]
    document = new_document(TITLE.format(name=name), *opening, *looked, notes=NOTES)
    for relation, group in groupby(found.rows, key=lambda row: row.relation):
        rows = list(group)
        document.add_heading(f"{SECTIONS[relation]} ({len(rows)})", 1)
        add_table(document, HEADS, [_cells(row) for row in rows])
    return saved(document)


def _cells(row: Row) -> tuple[str, str, str, str]:
    own = (row.said,) if row.said else ()
    return ", ".join(row.matters), said(own), said(row.found), where((*own, *row.found))
