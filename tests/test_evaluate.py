"""Measuring the assistant by questions with evidence: what is right, why the rest is not, and the floor."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from assistant.__main__ import main as assistant
from assistant.confusion import answered_or_refused, calibration, kinds_read
from assistant.evaluate import evaluated, run_evaluation
from assistant.evaluation_report import report_html
from assistant.evaluation_wanted import Wanted
from assistant.evidence import Quote
from assistant.figures import figures
from assistant.floor import AT_LEAST, AT_MOST, below
from assistant.gold import VERDICTS, Evidence, Gold, read_gold
from assistant.misses import Cause
from assistant.phrases import holds
from assistant.results import Result, by_kind
from assistant.scoring import Given, Quoted, score
from documents.problem import KnownProblem
from documents.samples import sample_files
from index.library import Library
from index.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
LETTER, ARTICLE = "trafford-focused-visit-2018.pdf", "shropshire-permanence-article.html"
SGO = "What must Trafford improve on SGOs?"
IMPROVE = "What does Trafford need to improve?"
ABSENT = "How many lighthouses does Trafford paint purple?"
CONNECTED = "finish assessments in good time for children"
LAST_ITEM = "Develop and train the fostering panel further"
RIGHT = {
    "id": "q-1",
    "type": "question",
    "kind": "fact",
    "question": SGO,
    "authority": ["trafford"],
    "answer": "Decisions and assessments in good time.",
    "must_include": ["connected carers"],
    "evidence": [[{"file": LETTER, "page": 1, "phrase": CONNECTED}]],
}
REFUSED = {"id": "q-2", "kind": "unanswerable", "question": ABSENT, "evidence": []}
WRONG = {**REFUSED, "id": "q-3", "question": SGO}


def written(folder: Path, *records: dict[str, Any] | str) -> Path:
    path = folder / "questions.jsonl"
    lines = [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def gold(question: str = SGO, phrase: str = CONNECTED, file: str = LETTER, **fields: Any) -> Gold:
    evidence = ((Evidence(file, phrase),),)
    return Gold(**{"id": "q", "asked": question, "kind": "fact", "evidence": evidence, **fields})


def quoted(words: str, file: str = LETTER, page: int = 1) -> Quoted:
    return Quoted(file, "a" * 64, (page,), words, ("trafford",))


def given(*quotes: Quoted, abstained: bool = False, verdict: str | None = None) -> Given:
    return Given("The text.", abstained, verdict, quotes, 1.0)


def result(one: Gold, got: Given) -> Result:
    return Result(one, got, score(one, got), None, None)


@pytest.fixture(scope="module")
def results(library: Library, tmp_path_factory: pytest.TempPathFactory) -> list[Result]:
    path = written(tmp_path_factory.mktemp("evaluate"), RIGHT, REFUSED, WRONG)
    return [evaluated(library, each, scored=True) for each in read_gold(path)]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("not json", "cannot be read as JSON"),
        ('{"id": "a", "question": "Half a \\ud83d character?"}', "cannot be read as JSON"),
        ("[]", "no object with an id"),
        ('{"question": "Where?"}', "no object with an id"),
        ('{"id": "a", "evidence": []}', '"question" is not given in words'),
        ('{"id": "a", "question": "Where?", "evidence": []}', "no evidence is given"),
        ('{"id": "a", "question": "Where?", "evidence": [{"file": "a.pdf"}]}', "list of groups"),
        ('{"id": "a", "question": "Where?", "evidence": [[{"file": "a.pdf"}]]}', '"phrase" is not given'),
        ('{"id": "a", "question": "Where?", "evidence": [["a.pdf"]]}', "is no passage"),
        (json.dumps({**RIGHT, "evidence": [[{"file": "a", "phrase": "…"}]]}), "has no words"),
        (json.dumps({**RIGHT, "evidence": [[{"file": "a", "phrase": "b", "page": 0}]]}), "is no page"),
        (json.dumps({**RIGHT, "kind": "unanswerable"}), "has no evidence. Take it out"),
        (json.dumps({**RIGHT, "authority": ["Atlantis"]}), "'Atlantis' is no English council"),
        (json.dumps({**RIGHT, "home": "Atlantis"}), "'Atlantis' is no English council"),
        (json.dumps({**RIGHT, "must_include": "94%"}), '"must_include" is not a list'),
        (json.dumps({**RIGHT, "after": [7]}), '"after" is not a list'),
        ('{"id": "a", "claim": "It is so.", "verdict": "perhaps"}', "Write one of supported"),
        (json.dumps(RIGHT), "the id q-1 is taken"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_with_what_to_write(tmp_path: Path, line: str, says: str) -> None:
    with pytest.raises(KnownProblem, match=r"questions\.jsonl, line 3") as problem:
        read_gold(written(tmp_path, RIGHT, "", line))
    assert says in str(problem.value)


def test_a_file_without_questions_or_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownProblem, match="holds no question"):
        read_gold(written(tmp_path, ""))
    with pytest.raises(KnownProblem, match="cannot be read as a file of questions"):
        read_gold(tmp_path / "missing.jsonl")


def test_authorities_are_read_as_their_codes_however_they_are_written(tmp_path: Path) -> None:
    names = ["windsor_&_maidenhead", "Trafford Council"]
    (found,) = read_gold(written(tmp_path, {**RIGHT, "authority": names, "home": "Trafford"}))
    assert found.authorities == ("windsor_and_maidenhead", "trafford")
    assert found.home == "trafford"


def test_our_own_questions_can_all_be_read_and_their_floor_holds_figures_that_exist() -> None:
    assert read_gold(ROOT / "benchmarks" / "questions.jsonl")
    floor = json.loads((ROOT / "benchmarks" / "floor.json").read_text())
    assert set(floor) <= {*AT_LEAST, *AT_MOST}


@pytest.mark.parametrize(
    ("text", "phrase", "held"),
    [
        ("Children are safe-\nguarded well.", "children are safeguarded", True),
        ("‘94 %’ of drivers", "94% of drivers", True),
        (
            "one two three four five six seven eight nine",
            "one three two four five six seven eight nine",
            True,
        ),
        ("one two three", "two one three", False),
    ],
)
def test_a_phrase_is_found_however_it_was_set(text: str, phrase: str, held: bool) -> None:
    assert holds(text, phrase) is held


def test_every_group_is_needed_and_one_of_its_passages_is_enough() -> None:
    groups = ((Evidence(LETTER, "red"), Evidence(LETTER, "green")), (Evidence(LETTER, "blue"),))
    both = gold(evidence=groups)
    assert score(both, given(quoted("green"), quoted("blue"))).right
    half = score(both, given(quoted("green")))
    assert (half.right, half.covered, half.recall) == (False, (True, False), 0.5)


def test_a_list_is_right_with_four_of_five_items() -> None:
    items = gold(kind="list", evidence=tuple((Evidence(LETTER, f"item {at}"),) for at in range(5)))
    assert score(items, given(*(quoted(f"item {at}") for at in range(4)))).right
    assert not score(items, given(*(quoted(f"item {at}") for at in range(3)))).right


def test_only_what_a_reader_takes_in_counts() -> None:
    padding = [quoted("nothing")] * 4
    assert not score(gold(phrase="red"), given(*padding, quoted("red"))).right
    assert not score(gold(phrase="red"), given(quoted("x" * 5999), quoted("red"))).right
    assert score(gold(phrase="red"), given(quoted("red" * 3000))).right


def test_a_hash_names_the_document_whatever_its_file_is_called() -> None:
    renamed = quoted("red", file="renamed.pdf")
    assert score(gold(evidence=((Evidence(LETTER, "red", sha256="a" * 64),),)), given(renamed)).right
    assert not score(
        gold(evidence=((Evidence(LETTER, "red", sha256="b" * 64),),)), given(quoted("red"))
    ).right
    assert not score(gold(phrase="red"), given(renamed)).right


def test_pages_and_authorities_are_counted_by_citation() -> None:
    one = gold(evidence=((Evidence(LETTER, "red", page=2),),), authorities=("shropshire",))
    found = score(one, given(quoted("red", page=2), quoted("red", page=3), quoted("blue")))
    assert (found.holding, found.paged, found.page_right) == (2, 2, 1)
    assert len(found.elsewhere) == 3


def test_a_claim_is_right_by_its_verdict_and_grounded_by_a_passage() -> None:
    claim = gold("It is so.", phrase="red", kind="claim", verdict="supported")
    grounded = result(claim, given(quoted("red"), verdict="supported"))
    bare = result(claim, given(verdict="supported"))
    other = result(claim, given(quoted("red"), verdict="contradicted"))
    found = figures([grounded, bare, other, result(claim, given())])
    assert (found["claims"], found["claims_not_checked"]) == (3, 1)
    assert (found["verdict_accuracy"], found["verdict_grounded"]) == (2 / 3, 1 / 3)


def test_figures_that_do_not_apply_are_left_open() -> None:
    found = figures([result(gold(phrase="red"), given(quoted("red")))])
    assert found["right"] == found["citation_precision"] == 1
    assert found["abstained_when_unanswerable"] is None
    assert found["verdict_accuracy"] is None


def test_questions_are_asked_and_told_by_kind(results: list[Result]) -> None:
    assert [each.score.right for each in results] == [True, True, False]
    rows = {row.kind: (row.number, row.right, row.refused, row.recall) for row in by_kind(results)}
    assert rows == {"fact": (1, 1, 0, 1.0), "unanswerable": (2, 1, 1, None)}


@pytest.mark.parametrize(
    ("asked", "cause", "stage"),
    [
        (gold(file="absent.pdf"), Cause.NOT_HELD, Cause.NOT_HELD),
        (gold(phrase="purple lighthouses on the moor"), Cause.NO_PASSAGE, Cause.NO_PASSAGE),
        (gold(phrase="Shropshire", file=ARTICLE), Cause.OUT_OF_SCOPE, Cause.OUT_OF_SCOPE),
        (gold(phrase="it has taken too long to secure an SGO"), Cause.NOT_CHOSEN, Cause.NOT_CHOSEN),
        (gold(IMPROVE, LAST_ITEM), Cause.TOO_LATE, Cause.TOO_LATE),
        (
            gold(phrase="Shropshire", file=ARTICLE, authorities=("shropshire",)),
            Cause.WRONG_AUTHORITY,
            Cause.OUT_OF_SCOPE,
        ),
        (gold(ABSENT), Cause.REFUSED, Cause.NOT_RETRIEVED),
        (gold(must_include=("lighthouse",)), Cause.MISSING, None),
        (gold(evidence=(), kind="unanswerable"), Cause.ANSWERED, None),
    ],
)
def test_each_miss_has_its_cause(library: Library, asked: Gold, cause: Cause, stage: Cause | None) -> None:
    miss = evaluated(library, asked).miss
    assert miss is not None
    assert miss.cause is cause
    assert [lost.stage for lost in miss.lost] == ([stage] if stage else [])


def test_a_passage_that_search_does_not_offer_is_called_not_retrieved(library: Library) -> None:
    far = gold(phrase="The workforce is ageing and many staff", file="trafford-self-assessment-2018.pptx")
    miss = evaluated(library, far).miss
    assert miss is not None
    assert miss.cause is Cause.NOT_RETRIEVED


def test_a_question_that_breaks_is_a_miss_and_the_rest_goes_on(library: Library) -> None:
    def breaks(question: str, candidates: list[Quote]) -> list[Quote]:
        raise ValueError("no answer came")

    found = evaluated(library, gold(), chooser=breaks)
    assert found.miss is not None
    assert found.miss.cause is Cause.BROKE
    assert found.given.failure == "ValueError: no answer came"


def test_a_question_is_asked_at_its_home_council(library: Library) -> None:
    ours = gold("What must we improve on SGOs?", home="trafford")
    assert evaluated(library, ours).score.right


def test_a_question_goes_on_from_those_before_it(library: Library) -> None:
    reading = evaluated(library, gold("and Shropshire?", after=(SGO,))).reading
    assert reading is not None
    assert reading.authorities == ("shropshire",)


def test_a_claim_is_checked(library: Library) -> None:
    claim = gold("Trafford uses its performance data well.", kind="claim", verdict="supported")
    found = evaluated(library, claim)
    assert found.checked
    assert found.given.verdict in VERDICTS


def test_what_was_expected_stands_against_what_was_got(results: list[Result]) -> None:
    assert answered_or_refused(results).counts == ((1, 0), (1, 1))
    grid = kinds_read(results)
    assert (grid.rows, sum(map(sum, grid.counts))) == (("fact",), 1)
    assert sum(each.number for each in calibration(results)) == 3
    assert sum(each.right for each in calibration(results)) == 1


def test_the_report_is_well_formed_needs_no_network_and_escapes_what_was_asked(
    results: list[Result],
) -> None:
    hostile = result(gold("<script>alert(1)</script>", must_include=("&",)), given(quoted("<b>bold</b>")))
    page = report_html("questions.jsonl", [*results, hostile], figures(results))
    root = ElementTree.fromstring(page.removeprefix("<!DOCTYPE html>\n"))
    tags = [each.tag for each in root.iter()]
    assert root.attrib["lang"] == "en-GB"
    assert tags.count("svg") == 3
    assert not {"script", "link", "img", "iframe", "b"} & set(tags)
    assert "http" not in page
    assert Cause.ANSWERED in page
    for drawing in root.iter("svg"):
        ids = {each.attrib.get("id") for each in drawing}
        assert set(drawing.attrib["aria-labelledby"].split()) <= ids
    assert all(each.find("caption") is not None for each in root.iter("table"))


def test_the_command_tells_the_figures_and_writes_the_files(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, RIGHT, REFUSED, WRONG)
    wanted = Wanted(html=tmp_path / "report.html", json=tmp_path / "out.json")
    assert run_evaluation(library, path, wanted) == 0
    printed = capsys.readouterr()
    assert f"q-3 (unanswerable): {Cause.ANSWERED}" in printed.out
    assert "question" in printed.err  # the progress
    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert set(told) == {"figures", "kinds", "records"}
    assert [each["right"] for each in told["records"]] == [True, True, False]
    assert told["figures"]["abstained_when_unanswerable"] == 0.5
    assert isinstance(told["records"][0]["best_score"], float)
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_floor_is_written_held_and_not_lowered_unasked(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floor = tmp_path / "floor.json"
    good, worse = written(tmp_path, RIGHT, REFUSED), tmp_path / "worse.jsonl"
    worse.write_text(json.dumps(RIGHT) + "\n" + json.dumps(WRONG) + "\n")
    assert run_evaluation(library, good, Wanted(floor=floor, set_floor=True)) == 0
    assert run_evaluation(library, good, Wanted(floor=floor)) == 0
    before = floor.read_text()
    assert run_evaluation(library, worse, Wanted(floor=floor)) == 1
    assert "Below the floor: right: 0.5, and at least 1.0 is asked for." in capsys.readouterr().out
    with pytest.raises(KnownProblem, match="stays as it is; --lower"):
        run_evaluation(library, worse, Wanted(floor=floor, set_floor=True))
    assert floor.read_text() == before
    assert run_evaluation(library, worse, Wanted(floor=floor, set_floor=True, lower=True)) == 0
    assert json.loads(floor.read_text())["right"] == 0.5


def test_what_should_be_small_is_held_from_above_and_what_cannot_be_measured_is_below() -> None:
    found = figures([result(gold(phrase="red"), given(quoted("red")))])
    assert below({"wrong_authority": 0.0, "right": 1.0, "questions": 1}, found) == []
    (line,) = below({"wrong_authority": 0.1}, {**found, "wrong_authority": 0.2})
    assert "at most 0.1" in line
    (line,) = below({"abstained_when_unanswerable": 0.9}, found)
    assert "nothing here to measure it by" in line


@pytest.mark.parametrize("text", ["", "[]", '{"right": "much"}', '{"right": NaN}', '{"rihgt": 0.5}'])
def test_a_floor_that_cannot_be_read_is_named_before_anything_is_asked(
    library: Library, tmp_path: Path, text: str
) -> None:
    (tmp_path / "floor.json").write_text(text)
    with pytest.raises(KnownProblem, match=r"floor\.json .*--set-floor"):
        run_evaluation(library, written(tmp_path, RIGHT), Wanted(floor=tmp_path / "floor.json"))


def test_files_that_cannot_be_written_are_named_before_anything_is_asked(
    library: Library, tmp_path: Path
) -> None:
    path = written(tmp_path, RIGHT)
    for wanted, says in (
        (Wanted(html=tmp_path / "missing" / "report.html"), "There is no folder"),
        (Wanted(json=path), "would overwrite"),
        (Wanted(set_floor=True), "Say which file"),
        (Wanted(floor=tmp_path / "floor.json", lower=True), "goes with --set-floor"),
    ):
        with pytest.raises(KnownProblem, match=says):
            run_evaluation(library, path, wanted)


def test_an_empty_library_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownProblem, match="The library is empty"):
        run_evaluation(Library(Settings(home=tmp_path / "home")), written(tmp_path, RIGHT), Wanted())


def test_the_command_ends_with_the_status_of_the_floor(
    library: Library,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INSPECTION_HOME", str(library.home))
    floor = tmp_path / "floor.json"
    floor.write_text('{"right": 1.0}\n')
    assert assistant(["evaluate", str(written(tmp_path, RIGHT)), "--floor", str(floor)]) == 0
    assert assistant(["evaluate", str(written(tmp_path, WRONG)), "--floor", str(floor)]) == 1
    assert "Below the floor" in capsys.readouterr().out
    assert len(library.sources()) == len(sample_files())
