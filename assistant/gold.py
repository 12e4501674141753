"""Questions and claims with the passages an answer needs: the file that `evaluate` reads, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.gold_fields import SAMPLE, code, fields_of, texts, words
from assistant.phrases import letters
from documents.problem import KnownProblem

REFUSED_KINDS = ("unanswerable", "wrong_authority")
VERDICTS = ("supported", "contradicted", "mixed", "not_in_evidence")
CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that a passage needed holds. `sha256`, where given, says which document; else its file name."""

    file: str
    phrase: str
    page: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """A question, or a claim where it has a `verdict`, with all that a right answer to it needs.

    Of each group of `evidence` one passage is enough; every group is needed. `authorities` and `home` are
    codes; `after` are the questions asked before it in the same conversation; `reference` is the answer in
    a person's words.
    """

    id: str
    asked: str
    kind: str
    evidence: tuple[tuple[Evidence, ...], ...]
    authorities: tuple[str, ...] = ()
    must_include: tuple[str, ...] = ()
    reference: str = ""
    verdict: str | None = None
    after: tuple[str, ...] = ()
    home: str | None = None

    @property
    def is_claim(self) -> bool:
        return self.verdict is not None

    @property
    def answerable(self) -> bool:
        return bool(self.evidence)


def read_gold(path: Path) -> list[Gold]:
    """KnownProblem, with the line and what to write there, where one cannot be used."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise KnownProblem(f"{path} cannot be read as a file of questions: {error}") from error
    found: dict[str, Gold] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            gold = _gold(line, f"{path.name}, line {number}")
            if gold.id in found:
                raise KnownProblem(f"{path.name}, line {number}: the id {gold.id} is taken. Give it another.")
            found[gold.id] = gold
    if not found:
        raise KnownProblem(f"{path.name} holds no question. Write one a line, like {SAMPLE}")
    return list(found.values())


def _gold(line: str, where: str) -> Gold:
    fields = fields_of(line, where)
    is_claim = CLAIM in fields
    gold = Gold(
        id=str(fields["id"]),
        asked=words(fields, CLAIM if is_claim else "question", where),
        kind=CLAIM if is_claim else words(fields, "kind", where, "fact"),
        evidence=tuple(_groups(fields, where)),
        authorities=tuple(code(name, where) for name in texts(fields, "authority", where)),
        must_include=texts(fields, "must_include", where),
        reference=words(fields, "why" if is_claim else "answer", where, ""),
        verdict=words(fields, "verdict", where) if is_claim else None,
        after=texts(fields, "after", where),
        home=code(words(fields, "home", where), where) if fields.get("home") else None,
    )
    _check(gold, where)
    return gold


def _check(gold: Gold, where: str) -> None:
    if gold.is_claim and gold.verdict not in VERDICTS:
        raise KnownProblem(f"{where}: the verdict is {gold.verdict!r}. Write one of {', '.join(VERDICTS)}.")
    if gold.is_claim or gold.answerable is (gold.kind not in REFUSED_KINDS):
        return
    refused = " or ".join(REFUSED_KINDS)
    if gold.answerable:
        raise KnownProblem(
            f"{where}: a question of the kind {gold.kind} has no evidence. Take it out, or change the kind."
        )
    raise KnownProblem(f"{where}: no evidence is given. Add it, or make the kind {refused}.")


def _groups(fields: dict[str, Any], where: str) -> Iterator[tuple[Evidence, ...]]:
    groups = fields.get("evidence") or []
    form = '"evidence": [[{"file": "letter.pdf", "page": 1, "phrase": "…"}]]'
    if not isinstance(groups, list) or not all(isinstance(group, list) and group for group in groups):
        raise KnownProblem(f"{where}: the evidence is not a list of groups of passages. Write it like {form}")
    for group in groups:
        yield tuple(_evidence(each, where, form) for each in group)


def _evidence(each: Any, where: str, form: str) -> Evidence:
    if not isinstance(each, dict):
        raise KnownProblem(f"{where}: {each!r} is no passage. Write it like {form}")
    page = each.get("page")
    if page is not None and (isinstance(page, bool) or not isinstance(page, int) or page < 1):
        raise KnownProblem(f"{where}: {page!r} is no page. Count from 1, or leave it out.")
    file, phrase = words(each, "file", where), words(each, "phrase", where)
    if not letters(phrase):
        raise KnownProblem(f"{where}: the phrase {phrase!r} has no words. Copy some from the passage.")
    return Evidence(file, phrase, page, words(each, "sha256", where) if each.get("sha256") else None)
