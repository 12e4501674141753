"""The pages of the library's PDFs as images, and where quoted words stand on them."""

import logging
import threading
from collections import OrderedDict
from collections.abc import Sequence

from documents.highlight import Box, boxes
from documents.media import PDF
from documents.page_image import page_png
from documents.problem import UnreadableReport
from documents.processes import Broken
from documents.report import Page, Source, Span
from documents.worker import done_safely
from index.library import Library

SECONDS = 10.0  # for a page: the slowest of the reports takes half of one
AT_ONCE = 2  # pages drawn at the same time; others wait
MOST_KEPT = 24_000_000  # bytes of images in memory: some sixty pages
NO_IMAGE = "This page cannot be shown as an image."

log = logging.getLogger(__name__)


class PageImages:
    """Draws pages, and keeps in memory the last that were looked at, while their document is in the library.

    Nothing is kept on disk: what is erased from the library must not go on lying about.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._drawing = threading.BoundedSemaphore(AT_ONCE)
        self._changing = threading.Lock()
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()  # empty: it cannot be drawn

    def png(self, source: Source, page: int) -> bytes:
        """UnreadableReport where there is no image of the page."""
        self._forget_those_gone()
        image = self._again(source.sha256, page)
        if image is None:
            image = self._drawn(source, page)
            self._keep(source.sha256, page, image)
        if not image:
            raise UnreadableReport(NO_IMAGE)
        return image

    def boxes(self, source: Source, page: Page, spans: Sequence[Span]) -> tuple[Box, ...]:
        """Over the words at `spans` that stand on `page`; none where it is not known where they stand."""
        stretches = [(span.start, span.end) for span in spans if span.page == page.number]
        path = self._library.originals.path(source.sha256)
        if not stretches or path is None or source.media_type != PDF:
            return ()
        with self._drawing:
            found = done_safely(SECONDS, boxes, path.resolve(), page, stretches)
        if isinstance(found, Broken):
            log.warning("No boxes on page %d of %s: %s", page.number, source.sha256, found.told)
            return ()
        return tuple(found)

    def _drawn(self, source: Source, page: int) -> bytes:
        path = self._library.originals.path(source.sha256)
        if path is None or source.media_type != PDF:
            return b""
        try:
            with self._drawing:
                image = done_safely(SECONDS, page_png, path.resolve(), page)
        except UnreadableReport as problem:
            log.warning("%s", problem)
            return b""
        if isinstance(image, Broken):
            log.warning("No image of page %d of %s: %s", page, source.sha256, image.told)
            return b""
        return bytes(image)

    def _again(self, sha256: str, page: int) -> bytes | None:
        with self._changing:
            if (sha256, page) in self._kept:
                self._kept.move_to_end((sha256, page))
            return self._kept.get((sha256, page))

    def _keep(self, sha256: str, page: int, image: bytes) -> None:
        with self._changing:
            self._kept[(sha256, page)] = image
            while sum(map(len, self._kept.values())) > MOST_KEPT:
                self._kept.popitem(last=False)

    def _forget_those_gone(self) -> None:
        held = {source.sha256 for source in self._library.sources()}
        with self._changing:
            for key in [key for key in self._kept if key[0] not in held]:
                del self._kept[key]
