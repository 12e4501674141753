"""What programs may ask for, as tools of the Model Context Protocol for a council's own assistant."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from mcp.server.fastmcp import Context, FastMCP
from mcp.server.fastmcp.exceptions import ToolError
from mcp.server.fastmcp.server import StreamableHTTPASGIApp
from mcp.server.transport_security import TransportSecuritySettings

from assistant.adapting import adapted, functions
from assistant.front import TOOLS
from assistant.look import TITLE
from assistant.people import Person, person_of
from assistant.programs import Programs

INSTRUCTIONS = (
    "Answers about inspections of English children's services from this council's own documents. Every answer"
    " is made of exact quotations with their pages: give them with their document and page, and unchanged."
)


class Tools:
    """A server of tools, which our own layers stand in front of: they know who asks, and from where."""

    def __init__(self, programs: Programs) -> None:
        self._server: FastMCP[Any] = FastMCP(
            TITLE,
            instructions=INSTRUCTIONS,
            stateless_http=True,
            json_response=True,
            log_level="WARNING",
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
        )
        for function in functions(programs):
            self._server.add_tool(adapted(function, Context, _person, ToolError))
        self._server.streamable_http_app()  # makes the manager of sessions

    def add_to(self, app: Any) -> None:
        for place in (TOOLS, f"{TOOLS}/"):
            app.router.add_route(place, StreamableHTTPASGIApp(self._server.session_manager))

    @asynccontextmanager
    async def lifespan(self, app: Any) -> AsyncIterator[None]:
        async with self._server.session_manager.run():
            yield


def _person(context: Context[Any, Any, Any]) -> Person:
    return person_of(context.request_context.request)
