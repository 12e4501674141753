"""How much we take on: a file beyond these sizes is refused, with the reason, before it fills the machine."""

import zipfile
from pathlib import Path

from documents.problem import UnreadableReport

MEGABYTE = 1_000_000
MOST_BYTES = 200 * MEGABYTE
MOST_UNPACKED = 500 * MEGABYTE  # what the parts of an Office file say they hold
MOST_MEMBERS = 20_000  # parts of an Office file
DENSEST = 200  # times its packed size: pictures and prose stay far below
SMALL = 20 * MEGABYTE  # a part that unpacks to less may be as dense as it likes: empty table cells are
MOST_PAGES = 5_000
MOST_ON_PAGE = 100_000  # characters: the fullest page of the reports holds 8,000
MOST_CHARACTERS = 5_000_000  # of a document: about 1,500 full pages
MOST_BLOCKS = 100_000  # headings, paragraphs, bullets: 20 on each of 5,000 pages
MOST_ROWS = 20_000  # of a workbook, each of which becomes a passage


def check_size(path: Path, name: str) -> None:
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise UnreadableReport(
            f"{name} is {size // MEGABYTE} MB, and I read files of at most {MOST_BYTES // MEGABYTE} MB."
            " Split it, or save it with smaller pictures."
        )


def check_unpacked(archive: zipfile.ZipFile, name: str) -> None:
    """Whether an Office file can be unpacked safely. No part unpacks to more than it declares."""
    parts = archive.infolist()
    bomb = any(
        part.file_size > SMALL and part.file_size > DENSEST * max(part.compress_size, 1) for part in parts
    )
    unpacked = sum(part.file_size for part in parts)
    if bomb or unpacked > MOST_UNPACKED or len(parts) > MOST_MEMBERS:
        raise UnreadableReport(
            f"{name} would unpack to {unpacked // MEGABYTE:,} MB in {len(parts):,} parts, which no ordinary"
            " document does. Ask whoever sent it for a PDF."
        )


def check_pages(pages: int, name: str) -> None:
    if pages > MOST_PAGES:
        raise UnreadableReport(
            f"{name} has {pages:,} pages, and I read at most {MOST_PAGES:,}. Split it into parts."
        )


def check_page_text(characters: int, page: int, name: str) -> None:
    if characters > MOST_ON_PAGE:
        raise UnreadableReport(
            f"Page {page} of {name} holds {characters:,} characters, which no page of a report does."
            " Ask whoever sent it for another copy."
        )


def check_text(characters: int, name: str) -> None:
    if characters > MOST_CHARACTERS:
        raise UnreadableReport(
            f"{name} holds {characters:,} characters of text, and I read at most {MOST_CHARACTERS:,}."
            " Split it into parts."
        )


def check_blocks(blocks: int, name: str) -> None:
    if blocks > MOST_BLOCKS:
        raise UnreadableReport(
            f"{name} holds {blocks:,} paragraphs, and I read at most {MOST_BLOCKS:,}. Split it into parts."
        )


def check_rows(rows: int, name: str) -> None:
    if rows > MOST_ROWS:
        raise UnreadableReport(
            f"{name} has more than {MOST_ROWS:,} rows. Save the rows that matter as a workbook of their own."
        )
