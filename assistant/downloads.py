"""Originals, to be downloaded as they were added."""

import re
from pathlib import Path
from typing import Any

from assistant.audit import note
from assistant.people import person_of
from index.library import Library

SHA256 = re.compile(r"[0-9a-f]{64}")
OCTETS = "application/octet-stream"  # so that no browser opens a web page of somebody else's as one of ours


def address(sha256: str) -> str:
    return f"/originals/{sha256}"


def router(library: Library) -> Any:
    from fastapi import APIRouter, HTTPException, Request
    from fastapi.responses import FileResponse

    routes = APIRouter()

    def original(sha256: str, request: Request) -> FileResponse:
        """For anybody who may read: a person is known before any route is reached."""
        person = person_of(request)
        source = next((each for each in library.sources() if each.sha256 == sha256), None)
        path = _original(library, sha256)
        if source is None or path is None:
            raise HTTPException(404, "The library holds no such document.")
        note(library, person, "downloaded", {"file": source.file, "sha256": sha256})
        return FileResponse(path, media_type=OCTETS, filename=source.file)

    routes.add_api_route(address("{sha256}"), original, methods=["GET"])
    return routes


def _original(library: Library, sha256: str) -> Path | None:
    return library.originals.path(sha256) if SHA256.fullmatch(sha256) else None
