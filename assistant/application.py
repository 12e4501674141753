"""The web application: routes of our own, with Gradio's page in front of them."""

from typing import Any

from assistant import downloads, marks_routes, page_routes, prepare_files
from assistant.answer import Chooser
from assistant.chat import mount, page
from assistant.door import Door
from assistant.exports import router as exports_router
from assistant.front import Front
from assistant.gate import Gate
from assistant.headers import layers
from assistant.log_in import router as log_in_router
from assistant.people import AtThisMachine
from assistant.prepared import Prepared
from assistant.programs import Programs
from assistant.users import Users
from index.library import Library


def application(library: Library, chooser: Chooser | None, front: Front) -> Any:
    """What the server runs (an ASGI application), not yet served."""
    from fastapi import FastAPI

    programs, prepared = Programs(library, chooser), Prepared(library)
    tools = _tools(programs) if front.tools else None
    lifespan = tools.lifespan if tools else None
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    routers = [  # of parts that serve files
        page_routes.router(library),
        marks_routes.router(library),
        downloads.router(library),
        exports_router(library),
        prepare_files.router(prepared),
    ]
    door = Door(library, Users(library.settings.users)) if library.settings.users else None
    if door:
        routers.append(log_in_router(door))
    for router in routers:
        app.include_router(router)
    if tools:
        tools.add_to(app)
    mounted = mount(app, page(library, chooser, programs, prepared))
    people: tuple[Any, dict[str, Any]] = (Gate, {"door": door}) if door else (AtThisMachine, {})
    for layer, settings in [people, *layers(front)]:  # the last is the outermost
        mounted.add_middleware(layer, **settings)
    return mounted


def _tools(programs: Programs) -> Any:
    """Only where they are wanted: what they are made with takes a second to import."""
    from assistant.tools import Tools

    return Tools(programs)
