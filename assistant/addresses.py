"""Addresses of a document's pages and its original, and how a place in it is written in them."""

import re
from collections.abc import Iterable

from documents.media import PDF
from documents.report import Source, Span

STRETCH = re.compile(r"(\d{1,5}):(\d{1,7})-(\d{1,7})")  # "3:120-264": page 3, characters 120 to 264
MOST_WRITTEN = 4000  # characters: some hundred stretches, more than any quotation has


def image_address(sha256: str, page: int) -> str:
    return f"/pages/{sha256}/{page}.png"


def view_address(sha256: str, page: int) -> str:
    return f"/pages/{sha256}/{page}"


def marks_address(sha256: str) -> str:
    return f"/marks/{sha256}"


def original_address(source: Source, page: int) -> str:
    """The original; browsers open a PDF at the page named."""
    return f"/originals/{source.sha256}{f'#page={page}' if source.media_type == PDF else ''}"


def spans_written(spans: Iterable[Span]) -> str:
    """'3:120-264,4:0-31'"""
    return ",".join(f"{span.page}:{span.start}-{span.end}" for span in spans)


def spans_read(written: str) -> tuple[Span, ...]:
    """The spans, or none where a visitor has written something else."""
    found = [STRETCH.fullmatch(part) for part in written[:MOST_WRITTEN].split(",")]
    if not all(found):
        return ()
    numbers = [tuple(map(int, stretch.groups())) for stretch in found if stretch]
    return tuple(Span(page, start, end) for page, start, end in numbers)
