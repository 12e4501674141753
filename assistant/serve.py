"""Serving the page: to this machine alone, unless it is said who may use it."""

import logging
import socket
import threading
import time
from typing import Any

from assistant.application import application
from assistant.front import TOOLS, Front, refuse_unsafe
from assistant.model import chooser_from
from documents.problem import KnownProblem
from index.build import Outcome, add_samples
from index.library import Library
from index.rebuild import is_outdated, rebuild
from index.settings import Settings

log = logging.getLogger(__name__)
START_SECONDS = 60


def serve(settings: Settings, front: Front) -> None:
    """Serve the page until it is stopped; an empty library is given the samples first."""
    refuse_unsafe(front, settings)
    _refuse_taken(front.host, front.port)
    library = ready(settings)
    server = launch(library, front)
    print(f"Open {front.address} in a browser. Stop with Ctrl+C.", flush=True)
    if front.tools:
        print(f"Tools for other assistants (MCP): {front.address}{TOOLS}", flush=True)
    server.join()


def ready(settings: Settings) -> Library:
    """The library, read by this version of the reader, with the samples where there is nothing else."""
    library = Library(settings)
    if is_outdated(library):
        print("Reading the library again with the newer reader…", flush=True)
        rebuild(library)
    if not library.sources():
        print("The library is empty: adding the sample documents…", flush=True)
        for landed in add_samples(library):
            if landed.outcome is Outcome.REFUSED:
                raise KnownProblem(landed.reason)
    return library


def launch(library: Library, front: Front) -> threading.Thread:
    """The page, served in the background; the model is opened meanwhile, so that the first answer is soon."""
    import uvicorn

    app = application(library, chooser_from(library.settings), front)
    threading.Thread(target=_warm, args=(library,), daemon=True).start()
    server = uvicorn.Server(uvicorn.Config(app, **_config(front)))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > end:
            raise KnownProblem(f"Port {front.port} cannot be used. Choose another: --port 7861")
        time.sleep(0.05)
    return thread


def _warm(library: Library) -> None:
    try:
        library.embedder().embed(["warm"])
        library.store()
    except KnownProblem as problem:
        log.warning("%s", problem)  # the first question shows it to whoever asks


def _config(front: Front) -> dict[str, Any]:
    return {
        "host": front.host,
        "port": front.port,
        "ssl_certfile": front.certificate,
        "ssl_keyfile": front.key,
        "proxy_headers": False,  # uvicorn would take any local program's word; `BehindProxy` does not
        "server_header": False,
        "log_level": "warning",
        "access_log": False,
    }


def _refuse_taken(host: str, port: int) -> None:
    if not 0 < port < 65_536:
        raise KnownProblem(f"{port} is not a port. Choose one from 1024 to 65535, as in --port 7861")
    try:
        socket.create_connection((host, port), timeout=2).close()
    except OSError:
        return  # nobody answers there, so it is free
    raise KnownProblem(f"Port {port} is taken: is the page open already? Else choose another: --port 7861")
