"""What a proxy says of whom it speaks for: believed only from the one that was named."""

import ipaddress
from collections.abc import Iterable, Sequence
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

SAID_BY_PROXIES = (b"x-forwarded-", b"forwarded", b"x-real-ip", b"x-original-")
NOT_THE_PROXY = "This server is reached through its proxy only."


class BehindProxy:
    """An ASGI layer, the outermost: the others see the person's own address, and the name they came by."""

    def __init__(self, app: Any, proxies: Sequence[str]) -> None:
        self.app = app
        self._proxies = [ipaddress.ip_network(network) for network in proxies]

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        address = scope["client"][0] if scope.get("client") else ""
        if self._is_proxy(address):
            scope = self._as_told(scope)
        elif self._proxies and not _is_loopback(address) and scope["type"] == "http":
            await PlainTextResponse(NOT_THE_PROXY, 403)(scope, receive, send)
            return
        await self.app({**scope, "headers": list(_own(scope["headers"]))}, receive, send)

    def _as_told(self, scope: Any) -> Any:
        headers = Headers(scope=scope)
        told = dict(scope)
        if proto := _last(headers, "x-forwarded-proto"):
            told["scheme"] = "https" if proto == "https" else "http"
        if host := _last(headers, "x-forwarded-host"):
            others = [header for header in scope["headers"] if header[0] != b"host"]
            told["headers"] = [*others, (b"host", host.encode("latin-1"))]
        if address := self._person(headers):
            told["client"] = (address, 0)
        return told

    def _person(self, headers: Headers) -> str:
        """The last that is not a proxy of ours: what stands before it, anyone may have written."""
        through = [part.strip() for part in ",".join(headers.getlist("x-forwarded-for")).split(",")]
        last = next((address for address in reversed(through) if not self._is_proxy(address)), "")
        return last if _address(last) else ""

    def _is_proxy(self, address: str) -> bool:
        parsed = _address(address)
        return parsed is not None and any(parsed in network for network in self._proxies)


def _own(headers: Iterable[tuple[bytes, bytes]]) -> Iterable[tuple[bytes, bytes]]:
    return (header for header in headers if not header[0].lower().startswith(SAID_BY_PROXIES))


def _last(headers: Headers, name: str) -> str:
    """What the nearest proxy added, where several have."""
    return ",".join(headers.getlist(name)).rpartition(",")[2].strip()


def _is_loopback(address: str) -> bool:
    parsed = _address(address)
    return parsed is not None and parsed.is_loopback


def _address(words: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        parsed = ipaddress.ip_address(words)
    except ValueError:
        return None
    return getattr(parsed, "ipv4_mapped", None) or parsed
