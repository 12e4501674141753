"""Claims in other words, of the same and of a changed meaning: python benchmarks/rewordings.py HOME

HOME is a library of the reports that rewordings.jsonl was written from. Thresholds are set on its even lines;
of the odd ones only the totals are looked at (--half odd), as of new_rewordings.jsonl (--claims FILE), which
also has claims that its sentences neither bear out nor deny. Prints how many of each were called what.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from assistant.check import checked_whole  # noqa: E402
from index.library import Library  # noqa: E402
from index.settings import Settings  # noqa: E402

FINDINGS = ("supported", "contradicted", "not_in_evidence", "mixed")
HALVES = {"even": (1,), "odd": (0,), "both": (0, 1)}
MEANINGS = ("same", "changed", "neither")


def main() -> None:
    arguments = _arguments()
    library = Library(Settings(home=arguments.home))
    found: dict[str, Counter[str]] = defaultdict(Counter)
    wrong = []
    for meaning, claim in reworded(arguments.claims, arguments.half):
        finding = str(checked_whole(library, claim).finding)
        found[meaning][finding] += 1
        if (finding == "supported") is not (meaning == "same"):
            wrong.append({"meaning": meaning, "finding": finding, "claim": claim})
    print(f"| {arguments.half} lines | claims | {' | '.join(FINDINGS)} |\n|---|---|{'---|' * len(FINDINGS)}")
    for meaning in filter(found.get, MEANINGS):
        counts = found[meaning]
        shares = " | ".join(f"{counts[each] / counts.total():.3f}" for each in FINDINGS)
        print(f"| {meaning} meaning | {counts.total()} | {shares} |")
    if arguments.wrong:
        arguments.wrong.write_text("".join(json.dumps(each) + "\n" for each in wrong))


def reworded(claims: Path, half: str) -> list[tuple[str, str]]:
    """The meaning and the claim, with the authority and year that it is about."""
    lines = claims.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for at, line in enumerate(lines) if at % 2 in HALVES[half]]
    return [(row["meaning"], told(row)) for row in rows]


def told(row: dict[str, str]) -> str:
    inner = row["claim"][:1].lower() + row["claim"][1:]
    return f"In {row['authority']} in {row['year']}, {inner}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("home", type=Path)
    parser.add_argument("--claims", type=Path, default=ROOT / "benchmarks/rewordings.jsonl")
    parser.add_argument("--half", choices=HALVES, default="both")
    parser.add_argument(
        "--wrong", type=Path, help="where to write the claims of the even lines judged wrongly"
    )
    arguments = parser.parse_args()
    if arguments.wrong and arguments.half != "even":
        parser.error("--wrong goes with --half even: the odd lines are not looked at one by one")
    return arguments


if __name__ == "__main__":
    main()
