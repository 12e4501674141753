"""Scanned pages by OCR (RapidOCR, whose models come inside its package: nothing is fetched)."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from documents.boxes import Printed, with_bullets
from documents.lines import Line
from documents.patience import ask_for
from documents.printing import lines_of

SPARSE = 20  # characters: a page with fewer, and a picture over most of it, is a scan with a stamp on it
MOST_OF_PAGE = 0.5
GARBLED = re.compile(
    "[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]"
)  # what a font without a key to its letters gives
LONGEST_SIDE = 2400  # pixels: about 200 to the inch on A4
CONTRAST = 60  # of 255: what differs so much from the paper is ink
NO_INK = 0.0001  # of the page
SPECKS = 0.005  # of the page: on a scan of an empty page
SECONDS = 30.0  # that a page may take on a slow machine
SURE = 0.8  # of 1: a page read with less is tried turned round
ALL_WAYS = (0, 2, 1, 3)  # quarter turns


def read_scans(path: Path, pages: list[list[Line]]) -> dict[int, list[Line]]:
    """The lines of each page that has to be read by OCR, by its number; no lines where that failed.

    `pages` are the lines of the text layer. A blank page is not a scan.
    """
    wanting = [number for number, lines in enumerate(pages, 1) if _is_wanting(lines)]
    if not wanting:
        return {}
    document = pypdfium2.PdfDocument(path)
    try:
        scans = [number for number in wanting if _is_scan(document[number - 1], pages[number - 1])]
        ask_for(SECONDS * len(scans))
        read = {number: _read(document[number - 1]) for number in scans}
    finally:
        document.close()
    return {number: lines for number, lines in read.items() if lines is not None}


def _is_wanting(lines: list[Line]) -> bool:
    words = "".join(line.text for line in lines).strip()
    return len(words) < SPARSE or len(GARBLED.findall(words)) > len(words) / 3


def _is_scan(page: pypdfium2.PdfPage, lines: list[Line]) -> bool:
    """Whether there is more on a page than its text layer says."""
    if len(lines) == 0:
        return bool(pdfium.FPDFPage_CountObjects(page.raw))
    words = "".join(line.text for line in lines).strip()
    return len(words) >= SPARSE or _pictured(page) > MOST_OF_PAGE


def _pictured(page: pypdfium2.PdfPage) -> float:
    """The share of the page that its largest picture covers."""
    width, height = page.get_size()
    pictures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    bounds = [picture.get_bounds() for picture in pictures]
    areas = [(right - left) * (top - bottom) for left, bottom, right, top in bounds]
    return float(max(areas, default=0.0) / max(width * height, 1.0))


def _read(page: pypdfium2.PdfPage) -> list[Line] | None:
    """The lines of a scan; `None` where the page is blank."""
    scale = LONGEST_SIDE / max(*page.get_size(), 1.0)
    image = page.render(scale=scale).to_numpy()
    ink = float(_ink(image).mean())
    if ink < NO_INK:
        return None
    printed, height = _best(image)
    lines = lines_of(printed, scale, height)
    return None if not lines and ink < SPECKS else lines


def _ink(image: np.ndarray) -> np.ndarray:
    """Where there is ink."""
    grey = image[..., :3].mean(axis=2)
    ink: np.ndarray = np.abs(grey - np.median(grey)) > CONTRAST
    return ink


def _best(image: np.ndarray) -> tuple[list[Printed], int]:
    """What the page says, turned round where it lies on its side or its head; and its height as turned."""
    tried = []
    for turns in ALL_WAYS:
        turned = np.ascontiguousarray(np.rot90(image, turns))
        printed = _recognised(turned)
        tried.append((_worth(printed), printed, turned.shape[0]))
        if not printed or _is_upright(printed):
            break
    return max(tried, key=lambda each: each[0])[1:]


def _worth(printed: Iterable[Printed]) -> float:
    return sum(each.score * len(each.text) for each in printed if each.is_upright)


def _is_upright(printed: list[Printed]) -> bool:
    letters = sum(len(each.text) for each in printed)
    return _worth(printed) >= SURE * letters


def _recognised(image: np.ndarray) -> list[Printed]:
    found: Any = _engine()(image)
    if found.boxes is None or found.txts is None:
        return []
    rows = zip(found.boxes, found.txts, found.scores, strict=True)
    printed = [Printed(text, float(score), *box.min(axis=0), *box.max(axis=0)) for box, text, score in rows]
    return with_bullets(printed, _ink(image))


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,  # it turns single lines round that are not turned
            "Global.max_side_len": LONGEST_SIDE,
            "Global.text_score": 0.0,  # a line that it is unsure of is marked, not left out
            "Det.limit_type": "max",
            "Det.limit_side_len": 1600,
        }
    )
