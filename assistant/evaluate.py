"""The main job of measuring: a file of questions and claims into what was right, and why the rest was not."""

import json
import logging
import time
from dataclasses import replace
from pathlib import Path

from tqdm import tqdm

from assistant.answer import Chooser, answer
from assistant.as_json import as_json
from assistant.batch import answered
from assistant.evaluation_json import evaluation_json
from assistant.evaluation_lines import lines
from assistant.evaluation_report import report_html
from assistant.evaluation_wanted import Wanted, check_wanted
from assistant.evidence import Answer, Reading
from assistant.figures import Figures, figures
from assistant.find import find
from assistant.floor import below, read_floor, set_floor
from assistant.followups import Turn, turn
from assistant.gold import CLAIM, Gold, read_gold
from assistant.inspections import select
from assistant.misses import miss
from assistant.results import Result
from assistant.scoring import Given, given_from, score
from documents.problem import KnownProblem
from index.library import Library

log = logging.getLogger(__name__)


def run_evaluation(library: Library, path: Path, wanted: Wanted) -> int:
    """The exit status: 1 where a figure fell below its floor."""
    golds = read_gold(path)
    check_wanted(wanted, path)
    if not library.sources():
        raise KnownProblem("The library is empty. Add documents first: python -m index add PATH…")
    chooser = _chooser(library)
    asking = tqdm(golds, unit="question", disable=len(golds) < 2)
    results = [evaluated(library, gold, chooser, wanted.scores) for gold in asking]
    found = figures(results)
    print("\n".join(lines(results, found)))
    if wanted.json:
        told = json.dumps(evaluation_json(results, found), ensure_ascii=False, indent=1)
        _write(wanted.json, told + "\n")
    if wanted.html:
        _write(wanted.html, report_html(path.name, results, found))
    return _held_to(wanted, found)


def evaluated(library: Library, gold: Gold, chooser: Chooser | None = None, scored: bool = False) -> Result:
    """One question asked, or one claim checked; with the best candidate's score where that is wanted."""
    if gold.home:
        library = Library(replace(library.settings, authority=gold.home))
    given, reading = _checked(library, gold) if gold.is_claim else _asked(library, gold, chooser)
    scores = score(gold, given)
    return Result(
        gold=gold,
        given=given,
        score=scores,
        reading=reading,
        miss=miss(library, gold, given, scores, reading),
        best=_best(library, reading) if scored and reading else None,
    )


def _chooser(library: Library) -> Chooser | None:
    """The chat model that the settings name, for answers as people get them."""
    if not library.settings.chat_model:
        return None
    from assistant.model import chooser_from

    return chooser_from(library.settings)


def _checked(library: Library, gold: Gold) -> tuple[Given, None]:
    result = answered(library, {"id": gold.id, CLAIM: gold.asked})
    return given_from(result, {source.sha256: source for source in library.sources()}), None


def _asked(library: Library, gold: Gold, chooser: Chooser | None) -> tuple[Given, Reading | None]:
    """The answer after those before it in its conversation; a question that breaks says so."""
    start = time.perf_counter()
    try:
        before: Turn | None = None
        for earlier in gold.after:
            before = turn(answer(library, earlier, chooser=chooser, before=before))
        start = time.perf_counter()
        found = answer(library, gold.asked, chooser=chooser, before=before)
    except KnownProblem:
        raise
    except Exception as error:
        log.exception("Question %s failed", gold.id)
        seconds = time.perf_counter() - start
        return Given("", False, None, (), seconds, f"{type(error).__name__}: {error}"), None
    return _given(library, found, time.perf_counter() - start), found.reading


def _given(library: Library, found: Answer, seconds: float) -> Given:
    held = {source.sha256: source for source in library.sources()}
    return given_from({**as_json(found), "seconds": round(seconds, 3)}, held)


def _best(library: Library, reading: Reading) -> float | None:
    """How well the best candidate answers, by the score on which a refusal rests."""
    found = find(library, reading.topic, select(reading, library.sources(), library).sources)
    return found[0].score if found else None


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise KnownProblem(f"{path} cannot be written: {error}. Name another file.") from error


def _held_to(wanted: Wanted, found: Figures) -> int:
    if wanted.floor is None:
        return 0
    if wanted.set_floor:
        set_floor(wanted.floor, found, wanted.lower)
        print(f"\nThe lowest figures allowed are written to {wanted.floor}.")
        return 0
    fallen = below(read_floor(wanted.floor), found)
    print("\n".join(["", *(fallen or [f"No figure is below the floor in {wanted.floor.name}."])]))
    return 1 if fallen else 0
