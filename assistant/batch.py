"""Questions and claims by the file: the form other programs rely on (one JSON object a line)."""

import json
import logging
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from assistant.answer import answer
from assistant.as_json import as_json, citation_json, verdict_as_json
from assistant.check import checked_whole
from assistant.evidence import Outcome
from assistant.followups import Turn, turn
from documents.problem import KnownProblem
from index.library import Library

__all__ = ["answered", "as_json", "citation_json", "run_batch"]
log = logging.getLogger(__name__)


def run_batch(library: Library, path: Path, out: Path, resume: bool) -> int:
    """Answer every record of `path` into `out`, in order, written as it goes; how many were answered now."""
    records = list(_records(path))
    _check_place(path, out)
    done = _answered(out) if resume else set()
    with out.open("a" if resume else "w", encoding="utf-8") as writing:
        left = [record for record in records if record["id"] not in done]
        for record in left:
            _write(writing, answered(library, record))
    return len(left)


def answered(library: Library, record: dict[str, Any]) -> dict[str, Any]:
    """One record answered; where that breaks, the record says so and the run goes on."""
    asked = "claim" if "claim" in record else "question"
    start = time.perf_counter()
    try:
        if asked == "claim":
            result = verdict_as_json(checked_whole(library, record[asked]))
        else:
            result = as_json(answer(library, record[asked], before=_before(library, record)))
    except KnownProblem as problem:
        result = {"outcome": str(Outcome.FAILED), "error": str(problem)}
    except Exception as error:
        log.exception("Record %s failed", record["id"])
        result = {"outcome": str(Outcome.FAILED), "error": f"{type(error).__name__}: {error}"}
    seconds = round(time.perf_counter() - start, 3)
    return {"id": record["id"], asked: record[asked], **result, "seconds": seconds}


def _before(library: Library, record: dict[str, Any]) -> Turn | None:
    """The turn that a question goes on from, where its record says what was asked before, as `after`."""
    last: Turn | None = None
    for earlier in record.get("after", ()):
        last = turn(answer(library, str(earlier), before=last))
    return last


def _records(path: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise KnownProblem(f"{path} cannot be read as a file of questions: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _record(path, number, line)


def _record(path: Path, number: int, line: str) -> dict[str, Any]:
    form = f'{path.name}, line {number}: write {{"id": "1", "question": "…"}} or {{"id": "1", "claim": "…"}}'
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise KnownProblem(f"{form}; this line is not JSON: {error}") from error
    if not isinstance(record, dict) or not isinstance(record.get("id"), str | int):
        raise KnownProblem(form)
    if not isinstance(record.get("claim", record.get("question")), str):
        raise KnownProblem(form)
    return record


def _check_place(path: Path, out: Path) -> None:
    if not out.parent.is_dir():
        raise KnownProblem(f"There is no folder {out.parent} for the answers. Make it, or name another.")
    if out.exists() and out.samefile(path):
        raise KnownProblem(f"The answers would overwrite the questions in {path}. Name another file: --out …")


def _answered(out: Path) -> set[object]:
    """The ids answered already; a last line that was cut short is taken away and answered again."""
    if not out.exists():
        return set()
    lines = out.read_text(encoding="utf-8", errors="replace").splitlines()
    whole = [line for line in lines if _is_whole(line)]
    kept = out.with_name(out.name + ".unfinished")
    kept.write_text("".join(f"{line}\n" for line in whole), encoding="utf-8")
    kept.replace(out)
    return {json.loads(line)["id"] for line in whole}


def _is_whole(line: str) -> bool:
    try:
        return "id" in json.loads(line)
    except (json.JSONDecodeError, TypeError):
        return False


def _write(writing: TextIO, result: dict[str, Any]) -> None:
    writing.write(json.dumps(result) + "\n")  # ASCII: no line separator and no half character
    writing.flush()
