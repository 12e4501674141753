"""Marks on quotations, for the page: what people have said of one, and saying it."""

from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from assistant import source_wording
from assistant.addresses import spans_read
from assistant.audit import note
from assistant.marks_view import marks_html
from assistant.page_routes import PRIVATE, known
from assistant.people import Person, person_of
from index.library import Library
from index.marks import Mark, Quoted, marks_on, quoted, set_mark

NOT_FOUND, WRONG = 404, 422
TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True)
class Marking:
    """What somebody says of the words at `spans`; no mark takes theirs back."""

    spans: str
    mark: str


def router(library: Library) -> APIRouter:
    """A mark comes as JSON, which no form on another site can send."""
    routes = APIRouter()

    @routes.get("/marks/{sha256}")
    def marks(request: Request, sha256: str, spans: str = "") -> Response:
        return _shown(library, _quoted(library, sha256, spans), person_of(request))

    @routes.post("/marks/{sha256}")
    def mark(request: Request, sha256: str, said: Marking) -> Response:
        person = person_of(request)
        quotation = _quoted(library, sha256, said.spans)
        if said.mark and said.mark not in list(Mark):
            raise HTTPException(WRONG, source_wording.NO_MARK)
        set_mark(library, quotation, Mark(said.mark) if said.mark else None, person.name)
        about = {"mark": said.mark or TAKEN_BACK, "sha256": sha256, "page": str(quotation.page)}
        note(library, person, "marked", about)
        return _shown(library, quotation, person)

    return routes


def _quoted(library: Library, sha256: str, spans: str) -> Quoted:
    known(library, sha256)
    found = quoted(library, sha256, spans_read(spans))
    if found is None:
        raise HTTPException(NOT_FOUND, source_wording.NO_PLACE)
    return found


def _shown(library: Library, quotation: Quoted, person: Person) -> Response:
    return HTMLResponse(marks_html(marks_on(library, quotation), person), headers=PRIVATE)
