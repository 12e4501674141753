"""A PDF's lines into content: layout, printed page numbers, and the pages that are scans."""

from pathlib import Path

from documents.blocks import Content
from documents.furniture import furniture, printed_numbers
from documents.layout import blocks
from documents.pdf import read_pdf
from documents.scanned import read_scans


def read_printed(path: Path) -> Content:
    pages = read_pdf(path)
    scans = read_scans(path, pages)
    pages = [scans.get(number, lines) for number, lines in enumerate(pages, 1)]
    running = furniture(pages)
    printed = tuple(printed_numbers(pages, running))
    return Content(tuple(blocks(pages, running)), printed, scanned=frozenset(scans))
