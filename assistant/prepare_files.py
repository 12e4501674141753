"""The files on judgements and improvements: the plots that the page shows, and all that can be downloaded."""

import logging
from html import escape
from typing import Any
from urllib.parse import quote

from assistant import prepare_wording as words
from assistant.audit import note
from assistant.people import person_of
from assistant.prepare_addresses import FILES
from assistant.prepare_forms import PACK, PLOT, TYPES, written
from assistant.prepared import Prepared
from assistant.preparing_views import Choice, choice
from documents.authorities import name_of
from documents.problem import KnownProblem

log = logging.getLogger(__name__)
NAMES = {
    "judgements": words.GRADES,
    "tracker": words.TRACKER,
    "comparison": words.COMPARISON,
    PACK: words.PACK,
}
NO_FILE = "There is no such file. Go back to the page, and choose what to download there."
PROBLEM = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title></head>'
    '<body style="font-family:Arial,sans-serif;max-width:40em;margin:3em auto;padding:0 1em;line-height:1.5">'
    '<h1>{title}</h1><p>{words}</p><p><a href="/">{back}</a></p></body></html>'
)
TITLE, BACK = "This file cannot be made", "Back to the page"


def router(prepared: Prepared) -> Any:
    """Pictures are shown by the page itself; taking a file away is noted."""
    from fastapi import APIRouter, Request, Response

    routes = APIRouter()

    @routes.get(FILES + "/{file}")
    def served(request: Request, file: str) -> Response:
        fields = request.query_params
        person = person_of(request)
        kind, _, form = file.rpartition(".")
        try:
            if form not in TYPES or kind not in (*NAMES, PLOT):
                return Response(_problem(NO_FILE), 404, media_type="text/html")
            since, until = fields.get("since", ""), fields.get("until", "")
            chosen = choice(prepared.library, fields.getlist("authority"), since, until)
            content = written(prepared, kind, form, chosen, fields, person)
        except KnownProblem as problem:
            return Response(_problem(str(problem)), 400, media_type="text/html")
        except Exception:
            log.exception("The file %s could not be made", file)
            return Response(_problem(words.BROKE), 500, media_type="text/html")
        headers = {"cache-control": "private, no-cache"}
        if kind != PLOT:
            name = _name(kind, chosen, form)
            note(prepared.library, person, "exported", {"file": name})
            headers["content-disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
        return Response(content, headers=headers, media_type=TYPES[form])

    return routes


def _problem(said: str) -> str:
    return PROBLEM.format(title=TITLE, words=escape(said), back=BACK)


def _name(kind: str, chosen: Choice, form: str) -> str:
    """'Improvement tracker Trafford.docx'."""
    return f"{NAMES[kind]} {', '.join(map(name_of, chosen.authorities))}.{form}".replace("’", "")
