"""A page of a PDF as a picture with words marked on it: for documents that must stand by themselves."""

import io
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from documents.highlight import Box
from documents.problem import UnreadableReport

MARK = (255, 221, 0)  # yellow: multiplied into the page, so that black stays black
EDGE = (138, 90, 0)  # beneath each mark, so that it is seen in grey print too
PAPER_EDGE = (177, 180, 182)
MOST_PIXELS = 8_000_000  # a page may be as narrow and as tall as its maker likes
ONE_AT_A_TIME = Lock()  # PDFium serves one thread


def page_png(path: Path, number: int, boxes: Sequence[Box], width: int) -> bytes:
    """Page `number` of the PDF at `path`, `width` pixels across (a very tall one fewer), `boxes` marked."""
    picture = _marked(_drawn(path, number, width), boxes)
    written = io.BytesIO()
    picture.quantize(128, Image.Quantize.FASTOCTREE).save(written, "PNG", optimize=True)
    return written.getvalue()


def _drawn(path: Path, number: int, width: int) -> Image.Image:
    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as error:
            raise UnreadableReport(f"{path.name} cannot be opened to show its pages.") from error
        try:
            page = document[number - 1]
            across, down = page.get_size()
            scale = min(width / across, (MOST_PIXELS / (across * down)) ** 0.5)
            drawn: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
            return drawn
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise UnreadableReport(f"Page {number} of {path.name} cannot be shown.") from error
        finally:
            document.close()


def _marked(page: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    """The page with each box in the colour of a marker pen and a line beneath it, within its own edges."""
    pen = Image.new("RGB", page.size, "white")
    places = [_pixels(box, page.size) for box in boxes]
    drawing = ImageDraw.Draw(pen)
    for place in places:
        drawing.rectangle(place, fill=MARK)
    marked = ImageChops.multiply(page, pen)
    drawing = ImageDraw.Draw(marked)
    for place in places:
        drawing.line((place[0], place[3], place[2], place[3]), fill=EDGE, width=2)
    drawing.rectangle((0, 0, marked.width - 1, marked.height - 1), outline=PAPER_EDGE)
    return marked


def _pixels(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    across, down = size
    return (
        round(box.left * across) - 1,
        round(box.top * down) - 1,
        round(box.right * across) + 1,
        round(box.bottom * down) + 1,
    )
