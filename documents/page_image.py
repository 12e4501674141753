"""A page of a PDF as an image, to be looked at beside what is quoted from it."""

from io import BytesIO
from pathlib import Path

import pypdfium2

from documents.problem import UnreadableReport

WIDTH = 1400  # pixels: sharp in a column half as wide, and legible when it is made larger
MOST_PIXELS = 4_000_000  # of a page of any shape
LONGEST_SIDE = 8_000  # pixels
QUICK = 3  # of 9: how hard a PNG is packed; harder takes twice as long for a tenth less


def page_png(path: Path, number: int) -> bytes:
    """The page, turned and cropped as the file says, as a PNG. UnreadableReport where it cannot be shown."""
    try:
        document = pypdfium2.PdfDocument(path)
        try:
            page = document[number - 1]
            image = page.render(scale=_scale(*page.get_size())).to_pil()
        finally:
            document.close()
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise UnreadableReport(f"Page {number} of {path.name} cannot be shown as an image.") from error
    packed = BytesIO()
    image.save(packed, "PNG", compress_level=QUICK)
    return packed.getvalue()


def _scale(width: float, height: float) -> float:
    """Pixels to the point: a page may say that it is as large as a field, or as thin as a hair."""
    width, height = max(width, 1.0), max(height, 1.0)
    return float(min(WIDTH / width, (MOST_PIXELS / (width * height)) ** 0.5, LONGEST_SIDE / height))
