"""The two cookies of logging in: the key of a session, and the mark that a form of ours was sent."""

from starlette.requests import HTTPConnection
from starlette.responses import Response

SESSION = "inspection-session"
FORM = "inspection-form"
OVER_TLS = "__Host-"  # browsers take a cookie so named only over TLS, and only from this very host


def cookie(connection: HTTPConnection, name: str) -> str:
    return connection.cookies.get(_name(connection, name), "")


def set_cookie(response: Response, connection: HTTPConnection, name: str, value: str) -> None:
    """Gone when the browser is closed; no script reads it, and no other site sends it along."""
    secure = is_secure(connection)
    response.set_cookie(
        _name(connection, name), value, path="/", secure=secure, httponly=True, samesite="lax"
    )


def drop_cookie(response: Response, connection: HTTPConnection, name: str) -> None:
    secure = is_secure(connection)
    response.delete_cookie(_name(connection, name), path="/", secure=secure, httponly=True, samesite="lax")


def is_secure(connection: HTTPConnection) -> bool:
    return connection.url.scheme == "https"


def _name(connection: HTTPConnection, name: str) -> str:
    return OVER_TLS + name if is_secure(connection) else name
