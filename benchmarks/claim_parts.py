"""What each part of the claim checker is worth: the same claims checked with one part left out at a time.

    python benchmarks/claim_parts.py HOME CLAIMS.jsonl… [--only WORDS]

HOME is a library; the claims are in the form that `evaluate` reads. What the search found and the reranker
scored is kept for the next row. A row says how many verdicts are right, and of the claims that are
contradicted how many were called supported.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from ablation import kept  # noqa: E402

from assistant.check import checked_whole  # noqa: E402
from assistant.entailment import Entailed, entailment  # noqa: E402
from assistant.evidence import Stance  # noqa: E402
from assistant.find import Found  # noqa: E402
from assistant.gold import Gold, read_gold  # noqa: E402
from assistant.near_verbatim import Departures  # noqa: E402
from assistant.weighing import Weighed  # noqa: E402
from index.library import Library  # noqa: E402
from index.rerank import Reranker  # noqa: E402
from index.settings import Settings  # noqa: E402


class Silent:
    """In place of the entailment model: it never denies, and bears out as far as is needed."""

    def judge(self, claim: str, evidence: Sequence[str]) -> list[Entailed]:
        return [Entailed(0.5, 0.5, 0.0)] * len(evidence)


def by_the_model(claim: str, found: Sequence[Found]) -> list[Weighed]:
    """The most likely of the model's three answers decides, for the sentences best by the reranker."""
    some = found[:12]
    rows = []
    for each, judged in zip(
        some, entailment().judge(claim, [each.quote.words for each in some]), strict=True
    ):
        best = max(judged.bears_out, judged.denies)
        stance = Stance.SUPPORTS if judged.bears_out >= judged.denies else Stance.CONTRADICTS
        rows.append(Weighed(each.quote, stance if best > judged.neither else None, best))
    return sorted(rows, key=lambda row: -row.strength)


def nothing(*_: Any) -> tuple[()]:
    return ()


@dataclass(frozen=True, slots=True)
class Way:
    """What is left out, and by the dotted name of each function what stands in for it."""

    left_out: str
    instead: dict[str, Any]


WAYS = (
    Way("nothing", {}),
    Way("the entailment model (rules alone)", {"assistant.weighing.entailment": Silent}),
    Way(
        "the rules (model alone)",
        {"assistant.check.weighed": by_the_model, "assistant.check.graded": nothing},
    ),
    Way("the reranker's score", {f"assistant.leaning.{name}": 0.0 for name in ("BY_SCORE", "BY_FOUND")}),
    Way("near-verbatim sentences", {"assistant.weighing.departures": lambda *_: Departures(0.0)}),
    Way("opposites, praise and blame", {"assistant.comparing._opposed": lambda *_: 0.0}),
    Way("figures and proportions", {"assistant.comparing._quantities": lambda *_: ([], [])}),
    Way(
        "groups",
        {f"assistant.comparing.{name}": nothing for name in ("exchanged", "_other_groups")}
        | {"assistant.near_verbatim.exchanged_once": nothing},
    ),
    Way("grades from the rows of reports", {"assistant.check.graded": nothing}),
    Way("time claimed", {"assistant.witnesses.Witnesses.may_speak": lambda *_: True}),
    Way("words in quotation marks", {"assistant.check.quoted": nothing}),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("home", type=Path)
    parser.add_argument("claims", type=Path, nargs="+")
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    library = Library(Settings(home=given.home))
    sets = [[gold for gold in read_gold(path) if gold.is_claim] for path in given.claims]
    print(
        f"| left out |{' right | contradicted called supported |' * len(sets)}\n|---|{'---|---|' * len(sets)}"
    )
    with (
        patch("index.rerank.Reranker.scores", kept(Reranker.scores)),
        patch("assistant.check.cautions", nothing),
    ):
        for way in WAYS:
            if given.only in way.left_out:
                print(row(way, lambda claim: str(checked_whole(library, claim).finding), sets), flush=True)


def row(way: Way, finding: Callable[[str], str], sets: Iterable[Sequence[Gold]]) -> str:
    cells = []
    with ExitStack() as stack:
        for name, stand_in in way.instead.items():
            stack.enter_context(patch(name, stand_in))
        for golds in sets:
            found = [(gold.verdict, finding(gold.asked)) for gold in golds]
            right = sum(wanted == given for wanted, given in found)
            denied = [given for wanted, given in found if wanted == "contradicted"]
            cells += [f"{right / len(found):.3f}", f"{denied.count('supported')} of {len(denied)}"]
    return f"| {way.left_out} | {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
