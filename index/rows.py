"""Values to and from the catalogue's rows, in pairs."""

import json
from dataclasses import asdict, fields
from typing import Any

from documents.frameworks import Framework
from documents.report import (
    Judgement,
    Kind,
    Page,
    Passage,
    ReadBy,
    Recommendation,
    ReportDate,
    Run,
    Source,
    Span,
    Speaker,
    date_from_iso,
)

DATES = ("published", "inspected_from", "inspected_to")


def source_to_json(source: Source) -> str:
    plain: dict[str, Any] = {field.name: getattr(source, field.name) for field in fields(source)}
    for name, value in plain.items():
        if isinstance(value, ReportDate):
            plain[name] = value.iso
    return json.dumps(plain, ensure_ascii=False)


def source_from_json(text: str) -> Source:
    plain = json.loads(text)
    for name in DATES:
        plain[name] = date_from_iso(plain[name]) if plain.get(name) else None
    plain["authorities"] = tuple(plain["authorities"])
    plain["corrected"] = tuple(plain.get("corrected", ()))
    plain["framework"] = Framework(plain["framework"])
    plain["speaker"] = Speaker(plain["speaker"])
    return Source(**plain)


def page_to_row(sha256: str, page: Page) -> tuple[object, ...]:
    runs = json.dumps([[run.start, run.origin, run.length] for run in page.runs], separators=(",", ":"))
    return (sha256, page.number, page.printed, page.text, page.read_by, runs)


def page_from_row(row: Any) -> Page:
    runs = tuple(Run(*run) for run in json.loads(row["runs"]))
    return Page(row["number"], row["printed"], row["text"], ReadBy(row["read_by"]), runs)


def passage_to_row(passage: Passage, context: str) -> tuple[object, ...]:
    return (
        passage.id,
        passage.sha256,
        passage.order,
        passage.kind,
        json.dumps(passage.heading, ensure_ascii=False),
        passage.paragraph,
        spans_to_json(passage.spans),
        passage.text,
        context,
    )


def passage_from_row(row: Any) -> Passage:
    return Passage(
        sha256=row["sha256"],
        order=row["place"],
        kind=Kind(row["kind"]),
        heading=tuple(json.loads(row["heading"])),
        paragraph=row["paragraph"],
        spans=spans_from_json(row["spans"]),
        text=row["text"],
    )


def judgement_to_row(sha256: str, place: int, judgement: Judgement) -> tuple[object, ...]:
    spans = spans_to_json(judgement.spans)
    return (sha256, place, judgement.area, judgement.grade, judgement.page, spans)


def judgement_from_row(row: Any) -> Judgement:
    return Judgement(row["area"], row["grade"], row["page"], spans_from_json(row["spans"]))


def recommendation_to_row(sha256: str, asked: Recommendation) -> tuple[object, ...]:
    return (sha256, asked.order, asked.addressed_to, asked.passage, asked.text)


def recommendation_from_row(row: Any) -> Recommendation:
    return Recommendation(row["addressed_to"], row["place"], row["passage"], row["text"])


def spans_to_json(spans: tuple[Span, ...]) -> str:
    return json.dumps([asdict(span) for span in spans])


def spans_from_json(text: str) -> tuple[Span, ...]:
    return tuple(Span(**span) for span in json.loads(text))
