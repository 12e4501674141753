"""In front of every route, where there is a file of users: nobody passes without logging in or a token."""

import logging
from typing import Any
from urllib.parse import quote

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from assistant import log_in_wording as wording
from assistant.cookies import SESSION, cookie
from assistant.door import Door, Refused
from assistant.london import clock_time
from assistant.people import Person
from documents.problem import KnownProblem

log = logging.getLogger(__name__)
LOG_IN = "/log-in"
LOG_OUT = "/log-out"
KEPT_BY_BROWSERS = ("/assets/", "/static/")  # the parts of the page that say nothing of what it shows
TOKEN = "bearer "


class Gate:
    """An ASGI layer, as `AtThisMachine` is: it sets the person whom `person_of` gives."""

    def __init__(self, app: Any, door: Door) -> None:
        self.app = app
        self._door = door

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan" or scope.get("path") in (LOG_IN, LOG_OUT):
            await self.app(scope, receive, send)
            return
        found = self._asked_for(HTTPConnection(scope))
        if isinstance(found, Person):
            scope.setdefault("state", {})["person"] = found
            await self.app(scope, receive, _unkept(scope["path"], send))
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})  # against the policy
        else:
            await found(scope, receive, send)

    def _asked_for(self, connection: HTTPConnection) -> Person | Response:
        """Who sent it, or what they are told instead."""
        try:
            authorization = connection.headers.get("authorization", "")
            if authorization.lower().startswith(TOKEN):
                found = self._door.of_token(authorization[len(TOKEN) :].strip(), address_of(connection))
                return _no_token(found) if isinstance(found, Refused) else found
            key = cookie(connection, SESSION)
            return (self._door.of_session(key) if key else None) or _not_logged_in(connection, bool(key))
        except KnownProblem as problem:
            log.error("%s", problem)
            return PlainTextResponse(wording.CLOSED, 503)


def address_of(connection: HTTPConnection) -> str:
    return connection.client.host if connection.client else "unknown"


def _not_logged_in(connection: HTTPConnection, had_session: bool) -> Response:
    """A person is shown the way to log in and back; a program is told what to send."""
    request = connection.scope
    is_page = request.get("method") in ("GET", "HEAD") and "text/html" in connection.headers.get("accept", "")
    if not is_page:
        return JSONResponse({"error": wording.NOT_LOGGED_IN}, 401, {"WWW-Authenticate": "Bearer"})
    asked = Request(request).url
    wanted = asked.path + (f"?{asked.query}" if asked.query else "")
    ways = [f"next={quote(wanted, safe='')}"] if wanted != "/" else []
    ways += ["ended"] if had_session else []
    return RedirectResponse(LOG_IN + ("?" + "&".join(ways) if ways else ""), 303)


def _no_token(refused: Refused) -> Response:
    headers = {"WWW-Authenticate": 'Bearer error="invalid_token"'}
    if refused.until is None:
        return JSONResponse({"error": wording.WRONG_TOKEN}, 401, headers)
    return JSONResponse(
        {"error": wording.TOO_MANY_TOKENS.format(time=clock_time(refused.until))}, 429, headers
    )


def _unkept(path: str, send: Any) -> Any:
    """What a person was shown is not kept in the browser for the next one at the same machine."""

    async def sent(message: Any) -> None:
        if message["type"] == "http.response.start" and not path.startswith(KEPT_BY_BROWSERS):
            MutableHeaders(scope=message)["Cache-Control"] = "no-store"
        await send(message)

    return sent
