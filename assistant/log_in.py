"""The routes for logging in and out, in front of the page. Nothing of the page is needed for them."""

import secrets
from dataclasses import dataclass
from urllib.parse import parse_qs

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from assistant import log_in_wording as wording
from assistant.cookies import FORM, SESSION, cookie, drop_cookie, set_cookie
from assistant.door import Door, LetIn
from assistant.gate import LOG_IN, LOG_OUT, address_of, log
from assistant.log_in_shown import Form, log_in_html
from assistant.london import clock_time
from assistant.passwords import same
from documents.problem import KnownProblem

LONGEST = 8_000  # bytes of a form
LONGEST_NAME = 200  # characters
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'"


def router(door: Door) -> APIRouter:
    routes, way = APIRouter(), LogIn(door)
    routes.add_route(LOG_IN, way.show, ["GET"])
    routes.add_route(LOG_IN, way.begin, ["POST"])
    routes.add_route(LOG_OUT, way.end, ["POST"])
    return routes


@dataclass(frozen=True, slots=True)
class LogIn:
    """What each of the routes does."""

    door: Door

    async def show(self, request: Request) -> Response:
        query, key = request.query_params, cookie(request, SESSION)
        way = way_on(query.get("next", ""))
        try:
            if key and self.door.of_session(key):
                return RedirectResponse(way, 303)
        except KnownProblem as problem:
            return _broken(request, Form(way), problem)
        told = wording.OUT if "out" in query else wording.ENDED if "ended" in query else ""
        return _shown(request, Form(way, told=told))

    async def begin(self, request: Request) -> Response:
        given = await _fields(request)
        form = Form(way_on(given.get("next", "")), given.get("name", "")[:LONGEST_NAME])
        mark = cookie(request, FORM)
        if not mark or not same(mark, given.get("form", "")):
            return _shown(request, form.with_problem(wording.STALE), 403)
        if not form.name.strip() or not given.get("password"):
            missing = wording.NO_PASSWORD if form.name.strip() else wording.NO_NAME
            return _shown(request, form.with_problem(missing), 400)
        return await run_in_threadpool(_logged_in, self.door, request, form, given["password"])

    async def end(self, request: Request) -> Response:
        try:
            await run_in_threadpool(self.door.log_out, cookie(request, SESSION))
        except KnownProblem as problem:  # the session has ended all the same
            log.error("%s", problem)
        response = RedirectResponse(f"{LOG_IN}?out", 303, {"Clear-Site-Data": '"cache", "storage"'})
        drop_cookie(response, request, SESSION)
        return response


def way_on(wanted: str) -> str:
    """Where to go from there: a path of this page, never another site."""
    is_path = wanted.startswith("/") and not wanted.startswith("//")
    is_plain = (
        wanted.isprintable() and "\\" not in wanted
    )  # browsers take a backslash for a slash, and drop tabs
    is_other = wanted.partition("?")[0] not in (LOG_IN, LOG_OUT)
    return wanted if is_path and is_plain and is_other else "/"


def _logged_in(door: Door, request: Request, form: Form, password: str) -> Response:
    try:
        found = door.log_in(form.name, password, address_of(request))
    except KnownProblem as problem:
        return _broken(request, form, problem)
    if not isinstance(found, LetIn):
        if found.until is None:
            return _shown(request, form.with_problem(wording.WRONG), 403)
        return _shown(request, form.with_problem(wording.TOO_MANY.format(time=clock_time(found.until))), 429)
    door.end(cookie(request, SESSION))
    response = RedirectResponse(form.way_on, 303)
    set_cookie(response, request, SESSION, found.key)
    drop_cookie(response, request, FORM)
    return response


def _shown(request: Request, form: Form, status: int = 200) -> Response:
    """The form with a mark in it, and the same mark in a cookie: another site can send neither."""
    mark = cookie(request, FORM) or secrets.token_urlsafe(24)
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
    response = HTMLResponse(log_in_html(form, mark), status, headers)
    set_cookie(response, request, FORM, mark)
    return response


def _broken(request: Request, form: Form, problem: KnownProblem) -> Response:
    log.error("%s", problem)
    return _shown(request, form.with_problem(wording.BROKE), 503)


async def _fields(request: Request) -> dict[str, str]:
    """What the form says; nothing where it is longer than any of ours."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST:
            return {}
    found = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    return {name: values[0] for name, values in found.items()}
