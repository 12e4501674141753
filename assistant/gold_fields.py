"""The fields of a line of questions, in the form they should have; else KnownProblem says what to write."""

import json
from typing import Any

from documents.authorities import lookup
from documents.problem import KnownProblem

SAMPLE = '{"id": "1", "kind": "fact", "question": "…", "evidence": [[{"file": "letter.pdf", "phrase": "…"}]]}'


def fields_of(line: str, where: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
        json.dumps(fields, ensure_ascii=False).encode()  # half a character can be neither asked nor shown
    except ValueError as error:
        raise KnownProblem(
            f"{where}: this cannot be read as JSON ({error}). Write it like {SAMPLE}"
        ) from error
    if not isinstance(fields, dict) or not isinstance(fields.get("id"), str | int):
        raise KnownProblem(f"{where}: there is no object with an id. Write it like {SAMPLE}")
    return fields


def words(fields: dict[str, Any], name: str, where: str, default: str | None = None) -> str:
    found = fields.get(name, default)
    if not isinstance(found, str) or (default is None and not found.strip()):
        raise KnownProblem(f'{where}: "{name}" is not given in words. Write it like "{name}": "…"')
    return found


def texts(fields: dict[str, Any], name: str, where: str) -> tuple[str, ...]:
    found = fields.get(name) or []
    if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
        raise KnownProblem(f'{where}: "{name}" is not a list of words. Write it like "{name}": ["…"]')
    return tuple(found)


def code(name: str, where: str) -> str:
    found = lookup(name)
    if found is None:
        raise KnownProblem(f"{where}: {name!r} is no English council we know. Write it like 'Trafford'.")
    return found
