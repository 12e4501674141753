"""Reading documents, and showing their pages, in processes of their own, of which a few are kept waiting."""

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from documents.problem import UnreadableReport
from documents.processes import Broken, Why, Worker
from documents.read import read
from documents.report import ReadBy, Report

SECONDS = 180.0  # for a document, besides what its reader asks for; the longest of the reports takes 3
IDLE = 2  # workers kept for the next document
REASONS = {
    Why.LATE: "was not read within {seconds:.0f} seconds. Split it, or ask for another copy.",
    Why.TOO_MUCH: "needs more memory to be read than there is. Split it, or ask for another copy.",
    Why.BROKE_DOWN: "is damaged in a way that made the reader break down. Ask for another copy.",
    Why.FAILED: "is damaged, or made in a way I do not understand. Ask for another copy, or for a PDF.",
}

log = logging.getLogger(__name__)
_idle: list[Worker] = []


def read_safely(path: Path, file: str | None = None) -> Report:
    """Like `read`, for hostile files too: UnreadableReport also for one that takes too long or too much."""
    name = file or path.name
    reply = done_safely(SECONDS, read, path.resolve(), name)
    if isinstance(reply, Broken):
        log.warning("reading %s failed: %s", path, reply.told)
        raise UnreadableReport(f"{name} {REASONS[reply.why].format(seconds=reply.seconds)}")
    assert isinstance(reply, Report)
    return reply


def done_safely(seconds: float, work: Callable[..., Any], *arguments: Any) -> Any:
    """What `work`, a function of a module, gives back, done in a worker; Broken where it gave up."""
    worker = _free_worker()
    reply = worker.done(seconds, work, *arguments)
    if isinstance(reply, Broken) or len(_idle) >= IDLE or _used_models(reply):
        worker.end()
    else:
        _idle.append(worker)
    if isinstance(reply, Exception):
        raise reply
    return reply


def end_all() -> None:
    """End the workers that wait. They end by themselves when their caller does."""
    while _idle:
        _idle.pop().end()


def _used_models(reply: Any) -> bool:
    """Whether the worker now holds the models of OCR: they are large, and seldom needed twice in a row."""
    return isinstance(reply, Report) and any(page.read_by is ReadBy.OCR for page in reply.pages)


def _free_worker() -> Worker:
    while _idle:
        with suppress(IndexError):  # another thread took it
            worker = _idle.pop()
            if worker.is_alive:
                return worker
    return Worker()
