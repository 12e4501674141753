"""True sentences of reports, each changed in one respect: python benchmarks/mutations.py HOME [--count 500]

HOME is a library. Each sentence is checked as a claim as it stands, and changed: negated; with another grade,
number, quantifier, group or authority; or moved in time. Prints how many of each were called supported.
"""

import argparse
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from assistant.check import checked_whole  # noqa: E402
from documents.authorities import name_of  # noqa: E402
from documents.mentions import mentions  # noqa: E402
from documents.report import Kind, Source, Speaker  # noqa: E402
from documents.sentences import sentences  # noqa: E402
from index import catalogue  # noqa: E402
from index.library import Library  # noqa: E402
from index.settings import Settings  # noqa: E402

SEED = 20
LENGTHS = range(60, 261)  # characters
LEANING = re.compile(
    r"^(?:This|These|They|Their|It|Its|However|Also|As a result|Consequently|In addition|But)\b"
)
TELLING = re.compile(r"\b(?:is|are|was|were|has|have|do|does|can)\b")
GRADE = re.compile(r"\b(inadequate|outstanding|good|requires improvement)\b")
OTHER_GRADES = {
    "inadequate": "good",
    "outstanding": "inadequate",
    "good": "inadequate",
    "requires improvement": "outstanding",
}
NUMBER = re.compile(
    r"(?<![\d.,/£–-])\b(\d{1,2})(?=%| per cent| children| young| care| families| weeks| days| social)"
)
SPELT = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten)(?= (?:children|young|care|families|weeks|days))"
)
OTHER_SPELT = {
    "two": "nine",
    "three": "eight",
    "four": "twelve",
    "five": "eleven",
    "six": "two",
    "seven": "three",
}
QUANTIFIERS = (
    ("Most", "All"), ("most", "all"), ("All", "Some"), ("all", "some"), ("Some", "Most"), ("some", "most"),
    ("Many", "Few"), ("many", "few"), ("majority", "minority"), ("small number", "large number"),
    ("A few", "Many"), ("Too many", "Few"), ("always", "sometimes"), ("Few", "Many"),
)  # fmt: skip
GROUPS = (
    ("children in care", "children in need"), ("care leavers", "children in care"),
    ("Care leavers", "Adopted children"), ("Children in care", "Care leavers"),
    ("disabled children", "unaccompanied asylum-seeking children"), ("foster carers", "adopters"),
    ("children looked after", "care leavers"), ("children in need", "children who are privately fostered"),
    ("social workers", "personal advisers"), ("Social workers", "Foster carers"),
)  # fmt: skip
NEGATED = ((r"\b(is|are|was|were|has|have|can) not\b", r"\1"),
           (r"\b(is|are|was|were|has been|have been|can)\b", r"\1 not"),
           (r"\b(do|does) not (\w+)", r"\2"))  # fmt: skip


def main() -> None:
    arguments = _arguments()
    library = Library(Settings(home=arguments.home))
    tried: dict[str, Counter[str]] = defaultdict(Counter)
    wrong = []
    for source, sentence in chosen(library, arguments.count):
        changes = dict(changed(library, source, sentence))
        if not changes:
            continue
        kind = min(changes, key=lambda kind: (tried[kind].total(), kind))
        for name, claim in (("unchanged", told(source, sentence)), (kind, changes[kind])):
            finding = str(checked_whole(library, claim).finding)
            tried[name][finding] += 1
            if (finding == "supported") is not (name == "unchanged"):
                wrong.append({"kind": name, "finding": finding, "claim": claim})
    _print(tried)
    if arguments.wrong:
        arguments.wrong.write_text("".join(json.dumps(each) + "\n" for each in wrong))


def chosen(library: Library, count: int) -> Iterator[tuple[Source, str]]:
    """Sentences of findings that can be changed, the same ones for the same library, evenly over reports."""
    chance = random.Random(SEED)
    held: list[list[tuple[Source, str]]] = []
    with library.catalogue.reading() as db:
        for source in library.sources():
            if (
                source.speaker is not Speaker.INSPECTORATE
                or len(source.authorities) != 1
                or not _year(source)
            ):
                continue
            found = [
                (source, passage.text[start:end])
                for passage in catalogue.passages(db, source.sha256)
                if passage.kind is Kind.FINDING
                for start, end in sentences(passage.text)
                if end - start in LENGTHS and _stands_alone(passage.text[start:end])
            ]
            held.append(chance.sample(found, len(found)))
    left = count
    while left and any(held):
        for found in held:
            if found and left:
                yield found.pop()
                left -= 1


def changed(library: Library, source: Source, sentence: str) -> Iterator[tuple[str, str]]:
    """The claims that come of changing one thing, by kind of change."""
    for kind, claim in _in_the_sentence(sentence):
        yield kind, told(source, claim)
    others = sorted(
        {code for each in library.sources() for code in each.authorities} - set(source.authorities)
    )
    chance = random.Random(sentence)
    if others and not mentions(sentence):
        yield "authority", f"In {name_of(chance.choice(others))} in {_year(source)}, {_inner(sentence)}"
    earlier = _year(source) - chance.choice((2, 3, 5))
    yield (
        "time",
        f"In {name_of(source.authorities[0])} in {earlier}, {_inner(sentence)}",
    )


def told(source: Source, sentence: str) -> str:
    return f"In {name_of(source.authorities[0])} in {_year(source)}, {_inner(sentence)}"


def _in_the_sentence(sentence: str) -> Iterator[tuple[str, str]]:
    for form, put in NEGATED:
        if re.search(form, sentence):
            yield "negation", re.sub(form, put, sentence, count=1)
            break
    if found := GRADE.search(sentence):
        yield "grade", sentence[: found.start()] + OTHER_GRADES[found[1]] + sentence[found.end() :]
    if found := NUMBER.search(sentence):
        yield "number", sentence[: found.start()] + str(int(found[1]) + 13) + sentence[found.end() :]
    elif found := SPELT.search(sentence):
        yield (
            "number",
            sentence[: found.start()] + OTHER_SPELT.get(found[1], "four") + sentence[found.end() :],
        )
    for name, pairs in (("quantifier", QUANTIFIERS), ("group", GROUPS)):
        for one, other in pairs:
            if re.search(rf"\b{one}\b", sentence):
                yield name, re.sub(rf"\b{one}\b", other, sentence, count=1)
                break


def _stands_alone(sentence: str) -> bool:
    return (
        bool(TELLING.search(sentence)) and not LEANING.search(sentence) and "nspectors" not in sentence[:30]
    )


def _inner(sentence: str) -> str:
    kept = sentence.split()[0].rstrip("’s") in _names() or sentence[:2].isupper()
    return sentence if kept else sentence[:1].lower() + sentence[1:]


def _names() -> set[str]:
    return {"Ofsted", "I", "Children’s"}


def _year(source: Source) -> int:
    date = source.inspected_to or source.inspected_from or source.published
    return date.year if date else 0


def _print(tried: dict[str, Counter[str]]) -> None:
    print("| change | claims | supported | contradicted | not in evidence |\n|---|---|---|---|---|")
    for name, counts in sorted(tried.items()):
        shares = [
            f"{counts[kind] / counts.total():.3f}"
            for kind in ("supported", "contradicted", "not_in_evidence")
        ]
        print(f"| {name} | {counts.total()} | {' | '.join(shares)} |")
    changes = sum((counts for name, counts in tried.items() if name != "unchanged"), Counter())
    print(f"| all changed | {changes.total()} | {changes['supported'] / max(1, changes.total()):.3f} | | |")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("home", type=Path)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--wrong", type=Path, help="where to write the claims judged wrongly")
    return parser.parse_args()


if __name__ == "__main__":
    main()
