"""Evidence packs to download: of a person's own kept turns and conversations only, made when asked for."""

import re
from typing import TYPE_CHECKING

from assistant.audit import note
from assistant.conversations import Kept, Kind, opened, opened_turn
from assistant.pack import Pack
from assistant.pack_sections import Asked
from assistant.packing import pack_of_answers, pack_of_check
from assistant.people import Person, person_of
from index.library import Library

if TYPE_CHECKING:
    from fastapi import APIRouter

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
SLUG = re.compile(r"[^a-z0-9]+")
LONGEST_NAME = 60


def router(library: Library) -> "APIRouter":
    """/exports/turn/ID.pdf and /exports/conversation/ID.docx"""
    from fastapi import APIRouter, HTTPException, Request, Response

    routes = APIRouter()

    @routes.get("/exports/{what}/{id}.{form}")
    def export(what: str, id: str, form: str, request: Request) -> Response:
        person = person_of(request)
        turns = _turns(library, person, what, id) if form in MEDIA else []
        if not turns:
            raise HTTPException(404, "There is nothing to export at this address. Open it from your history.")
        pack = pack_of_kept(library, person, turns)
        name = file_name(pack.title, form)
        note(library, person, "exported", {"file": name, what: id})
        content = written(pack, form)
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return Response(content, media_type=MEDIA[form], headers=headers)

    return routes


def pack_of_kept(library: Library, person: Person, turns: list[Kept]) -> Pack:
    """Of a conversation's turns, or one of them, as they were kept."""
    first = turns[0]
    if first.kind is Kind.CHECKED:
        name = first.name
        return pack_of_check(library, name, first.verdicts, _asked(person, first), person.name)
    answers = [(turn.answer, _asked(person, turn)) for turn in turns if turn.answer]
    return pack_of_answers(library, answers, person.name)


def written(pack: Pack, form: str) -> bytes:
    """As `docx` or `pdf`. Each brings a library, so it is imported when it is needed."""
    if form == "docx":
        from assistant.pack_word import pack_as_docx

        return pack_as_docx(pack)
    from assistant.pack_pdf import pack_as_pdf

    return pack_as_pdf(pack)


def file_name(title: str, form: str) -> str:
    """In plain letters, for any system: 'evidence-pack-what-must-trafford-improve.pdf'."""
    words = SLUG.sub("-", title.casefold()).strip("-")[:LONGEST_NAME].rstrip("-")
    return f"{words}.{form}"


def _turns(library: Library, person: Person, what: str, id: str) -> list[Kept]:
    if what == "conversation":
        return opened(library, person, id)
    turn = opened_turn(library, person, id) if what == "turn" else None
    return [turn] if turn else []


def _asked(person: Person, turn: Kept) -> Asked:
    return Asked(person.name, turn.at, turn.library, turn.emptied)
