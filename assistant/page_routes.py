"""Pages and originals of the library's documents, served to people who may read them."""

from collections.abc import Sequence

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import FileResponse, HTMLResponse, Response

from assistant import source_wording
from assistant.addresses import spans_read
from assistant.audit import note
from assistant.page_images import PageImages
from assistant.page_view import PageView, view_html
from assistant.people import person_of
from documents.media import PDF
from documents.problem import UnreadableReport
from documents.report import Page, Source
from index import catalogue
from index.library import Library

PRIVATE = {"Cache-Control": "no-store"}  # the browser of a shared machine keeps no page of what it showed
NOT_FOUND = 404


def router(library: Library) -> APIRouter:
    """Each is plain work, which FastAPI does in a thread: a slow page holds nobody else up."""
    routes = APIRouter()
    images = PageImages(library)

    @routes.get("/pages/{sha256}/{number}.png")
    def image(request: Request, sha256: str, number: int) -> Response:
        person_of(request)
        source = known(library, sha256)
        _page(_pages(library, source), number)
        try:
            return Response(images.png(source, number), media_type="image/png", headers=PRIVATE)
        except UnreadableReport as problem:
            raise HTTPException(NOT_FOUND, str(problem)) from problem

    @routes.get("/pages/{sha256}/{number}")
    def view(request: Request, sha256: str, number: int, spans: str = "") -> Response:
        person_of(request)
        source = known(library, sha256)
        pages = _pages(library, source)
        page, quoted = _page(pages, number), spans_read(spans)
        with library.catalogue.reading() as db:
            passages = tuple(catalogue.passages(db, sha256))
        boxes = images.boxes(source, page, quoted)
        shown = PageView(source, page, len(pages), passages, quoted, boxes)
        return HTMLResponse(view_html(shown), headers=PRIVATE)

    @routes.get("/originals/{sha256}")
    def original(request: Request, sha256: str) -> Response:
        """A PDF opens in the browser; anything else is only ever saved, so that no page of theirs is ours."""
        person = person_of(request)
        source = known(library, sha256)
        path = library.originals.path(sha256)
        if path is None:
            raise HTTPException(NOT_FOUND, source_wording.NO_DOCUMENT)
        note(library, person, "opened the original", {"file": source.file, "sha256": sha256})
        shown = "inline" if source.media_type == PDF else "attachment"
        return FileResponse(
            path,
            media_type=source.media_type,
            filename=source.file,
            content_disposition_type=shown,
            headers=PRIVATE,
        )

    return routes


def known(library: Library, sha256: str) -> Source:
    """The document of this sha256, if the library holds it."""
    found = next((source for source in library.sources() if source.sha256 == sha256), None)
    if found is None:
        raise HTTPException(NOT_FOUND, source_wording.NO_DOCUMENT)
    return found


def _pages(library: Library, source: Source) -> list[Page]:
    with library.catalogue.reading() as db:
        return catalogue.pages(db, source.sha256)


def _page(pages: Sequence[Page], number: int) -> Page:
    found = next((page for page in pages if page.number == number), None)
    if found is None:
        raise HTTPException(NOT_FOUND, source_wording.NO_PAGE)
    return found
