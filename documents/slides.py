"""PowerPoint decks through python-pptx: a slide is a page, its title the heading."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from documents.blocks import Block, Content, Piece, Role
from documents.problem import UnreadableReport


def read_slides(path: Path) -> Content:
    try:
        deck = Presentation(str(path))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise UnreadableReport(
            f"{path.name} is a damaged PowerPoint file. Save it again as .pptx."
        ) from error
    slides = list(deck.slides)
    if not slides:
        raise UnreadableReport(f"{path.name} has no slides.")
    return Content(
        blocks=tuple(block for number, slide in enumerate(slides, 1) for block in _slide(number, slide)),
        printed=tuple(str(number) for number in range(1, len(slides) + 1)),
        title=deck.core_properties.title or None,
    )


def _slide(number: int, slide: Slide) -> Iterator[Block]:
    title = slide.shapes.title
    if title is not None and title.text_frame.text.strip():
        yield Block(number, Role.HEADING, (Piece(" ".join(title.text_frame.text.split())),), level=1)
    others = [shape for shape in slide.shapes if title is None or shape.shape_id != title.shape_id]
    for shape in sorted(others, key=lambda shape: (shape.top or 0, shape.left or 0)):
        yield from _shape(number, shape)


def _shape(number: int, shape: BaseShape) -> Iterator[Block]:
    if getattr(shape, "has_table", False):
        for row in shape.table.rows:
            cells = [" ".join(cell.text.split()) for cell in row.cells]
            yield Block(number, Role.ROW, (Piece(" | ".join(cell for cell in cells if cell)),))
    elif shape.has_text_frame:
        for paragraph in shape.text_frame.paragraphs:
            words = " ".join("".join(run.text for run in paragraph.runs).split())
            if words:
                yield Block(number, Role.BULLET, (Piece(words),), level=paragraph.level + 1)
    elif hasattr(shape, "shapes"):
        for inner in shape.shapes:
            yield from _shape(number, inner)
