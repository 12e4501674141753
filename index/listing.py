"""What the library holds, as the lines and the JSON that the commands print."""

import json
import sqlite3
from typing import Any

from documents.authorities import name_of
from documents.frameworks import Framework
from documents.report import Page, Passage, ReportDate, Source, Speaker
from index import catalogue
from index.fields import FIELDS, UNKNOWN
from index.library import Library
from index.tables import judgements_by_document, recommendations_by_document


def listed(library: Library) -> list[dict[str, Any]]:
    """One entry a document, in the form that other programs rely on (dates ISO or null)."""
    with library.catalogue.reading() as db:
        counts = catalogue.page_counts(db)
        judged, asked = judgements_by_document(db), recommendations_by_document(db)
        return [
            {
                **_entry(source, *counts[source.sha256]),
                "judgements": _rows(judged, source, "area", "grade", "page"),
                "recommendations": _rows(asked, source, "text", "page", "addressed_to"),
            }
            for source in catalogue.sources(db)
        ]


def _rows(rows: dict[str, list[sqlite3.Row]], source: Source, *names: str) -> list[dict[str, Any]]:
    return [{name: row[name] for name in names} for row in rows.get(source.sha256, [])]


def known(source: Source) -> dict[str, str]:
    """Of each field of the description, whether it was read, corrected by a person, or is unknown."""
    return {name: _known(source, name) for name in FIELDS}


def _known(source: Source, name: str) -> str:
    if name in source.corrected:
        return "corrected"
    return UNKNOWN if getattr(source, name) in (None, (), Framework.OTHER, Speaker.OTHER) else "read"


def _entry(source: Source, pages: int, unreadable: int) -> dict[str, Any]:
    names = [name_of(code) for code in source.authorities]
    return {
        "file": source.file,
        "sha256": source.sha256,
        "title": source.title,
        "authority": names[0] if names else None,
        "authorities": names,
        "speaker": str(source.speaker),
        "publisher": source.publisher,
        "framework": source.framework,
        "theme": source.theme,
        "published": _iso(source.published),
        "inspected_from": _iso(source.inspected_from),
        "inspected_to": _iso(source.inspected_to),
        "lead_inspector": source.lead_inspector,
        "pages": pages,
        "unreadable_pages": unreadable,
        "sample": source.sample,
        "known": known(source),
    }


def _iso(date: ReportDate | None) -> str | None:
    return date.iso if date else None


def line_of(entry: dict[str, Any]) -> str:
    """A document in a line: file, authority, who speaks, when, pages."""
    inspected = " to ".join(part for part in (entry["inspected_from"], entry["inspected_to"]) if part)
    facts = [
        ", ".join(entry["authorities"]) or "authority unknown",
        entry["speaker"],
        f"inspected {inspected}" if inspected else "",
        f"published {entry['published'] or UNKNOWN}",
        f"{entry['pages']} pages" if entry["pages"] != 1 else "1 page",
        f"{entry['unreadable_pages']} pages could not be read" if entry["unreadable_pages"] else "",
        "sample" if entry["sample"] else "",
    ]
    return f"{entry['file']}  {entry['title']}\n    {' · '.join(fact for fact in facts if fact)}"


def shown(library: Library, sha256: str) -> dict[str, Any]:
    """One document whole: its description, pages and passages."""
    entry = next(entry for entry in listed(library) if entry["sha256"] == sha256)
    with library.catalogue.reading() as db:
        pages, passages = catalogue.pages(db, sha256), catalogue.passages(db, sha256)
    printed = {page.number: page.printed for page in pages}
    return {
        **entry,
        "added": _added(library, sha256),
        "page_texts": [_page(page) for page in pages],
        "passages": [_passage(passage, printed) for passage in passages],
    }


def _added(library: Library, sha256: str) -> str:
    with library.catalogue.reading() as db:
        return catalogue.added(db)[sha256]


def _page(page: Page) -> dict[str, Any]:
    return {
        "page": page.number,
        "printed_page": page.printed,
        "read_by": str(page.read_by),
        "text": page.text,
    }


def _passage(passage: Passage, printed: dict[int, str | None]) -> dict[str, Any]:
    first = passage.spans[0].page
    return {
        "id": passage.id,
        "kind": str(passage.kind),
        "heading": list(passage.heading),
        "paragraph": passage.paragraph,
        "page": first,
        "printed_page": printed[first],
        "pages": sorted({span.page for span in passage.spans}),
        "text": passage.text,
    }


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
