"""What the browser is told with every reply, so that the page and its data stay on this machine."""

from typing import Any

from assistant.front import Front
from assistant.narrowed import Narrowed
from assistant.own_site import OwnSite
from assistant.proxy import BehindProxy

LOOPBACK = ["127.0.0.1", "localhost", "::1", "[::1]"]
POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",  # Gradio renders its components with both
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "base-uri 'self'",
        "object-src 'none'",
    ]
)
HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"referrer-policy", b"same-origin"),  # not none: browsers then hide from us too where a form was sent
    (b"x-content-type-options", b"nosniff"),
]


class PrivateHeaders:
    """Adds them. An ASGI layer, so that streamed replies pass through unheld."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def sent(message: Any) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", []), *HEADERS]}
            await send(message)

        await self.app(scope, receive, sent)


def layers(front: Front) -> list[tuple[Any, dict[str, Any]]]:
    """Those headers; and no reply to what another site sends, nor to a name not ours that points here."""
    from starlette.middleware.trustedhost import TrustedHostMiddleware

    return [
        (Narrowed, {}),
        (OwnSite, {}),
        (PrivateHeaders, {}),
        (
            TrustedHostMiddleware,
            {"allowed_hosts": [*LOOPBACK, front.host, *front.names], "www_redirect": False},
        ),
        (BehindProxy, {"proxies": front.proxies}),
    ]
