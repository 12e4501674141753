"""Finding passages by words and by meaning, within a scope."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.report import Kind, ReportDate, Source, Speaker
from index.library import Library
from index.search import EVERYTHING, Scope, search
from index.words import content_words, fts_query, search_words

SGO = "What must Trafford improve on SGOs?"
AWKWARD = [
    "SGO's",
    "children’s",
    "NEAR(",
    "NEAR(a b, 2)",
    '"',
    '"""',
    "*",
    "improve*",
    "text: improve",
    "{text} : improve",
    "improve AND",
    "OR",
    "NOT children",
    "-children",
    "^children",
    "children + families",
    "; DROP TABLE passages",
    "%' OR 1=1 --",
    "what is it",
    "",
    " ",
    "?",
    "\x00",
    "🙂",
    "café",
    "a" * 5000,
    " ".join(f"word{number}" for number in range(3000)),
]


@pytest.mark.parametrize("question", AWKWARD, ids=range(len(AWKWARD)))
def test_no_question_breaks_the_search(library: Library, question: str) -> None:
    for scope in (EVERYTHING, Scope(authorities=("trafford",))):
        assert len(search(library, question, scope, limit=5)) <= 5


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_at_all_is_a_query_that_sqlite_understands(library: Library, question: str) -> None:
    with library.catalogue.reading() as db:
        search_words(db, question, {"none"}, tuple(Kind), 5)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("What must Trafford improve on SGO's?", '"must" OR "trafford" OR "improve" OR "sgo"'),
        ("NEAR(children)", '"near" OR "children"'),
        ("children children", '"children"'),
        ("what is it", ""),
    ],
)
def test_each_word_of_a_question_is_quoted_once(question: str, query: str) -> None:
    assert fts_query(question) == query


def test_possessives_are_cut_off_and_ordinary_words_left_out() -> None:
    assert content_words("Is the council’s social workers' practice good?") == [
        "council",
        "social",
        "workers",
        "practice",
        "good",
    ]


def test_a_passage_is_found_by_its_words_and_by_its_meaning(library: Library) -> None:
    matches = search(library, "special guardianship for connected carers", limit=10)
    assert any(match.by_words and match.by_meaning for match in matches)
    assert any("connected carers" in match.passage.text for match in matches)


def test_a_passage_is_found_by_meaning_where_no_word_is_shared(library: Library) -> None:
    matches = search(library, "kinship guardians court delays", limit=20)
    assert any(match.by_words is None for match in matches)


def test_matches_come_best_first_and_no_passage_twice(library: Library) -> None:
    matches = search(library, SGO, limit=30)
    scores = [match.score for match in matches]
    assert scores == sorted(scores, reverse=True)
    assert len({match.passage.id for match in matches}) == len(matches)


def test_the_same_question_finds_the_same_passages(library: Library) -> None:
    assert search(library, SGO, limit=30) == search(library, SGO, limit=30)


@pytest.mark.parametrize("code", ["trafford", "shropshire"])
def test_only_documents_about_the_authority_are_searched(library: Library, code: str) -> None:
    matches = search(library, "permanence for children in care", Scope(authorities=(code,)), limit=30)
    assert matches
    assert {match.source.authorities for match in matches} == {(code,)}


@pytest.mark.parametrize("speaker", [Speaker.INSPECTORATE, Speaker.COUNCIL, Speaker.PRESS])
def test_only_those_who_should_speak_are_heard(library: Library, speaker: Speaker) -> None:
    matches = search(library, "children in care", Scope(speakers=(speaker,)), limit=30)
    assert matches
    assert {match.source.speaker for match in matches} == {speaker}


def test_a_scope_without_documents_finds_nothing(library: Library) -> None:
    assert search(library, SGO, Scope(authorities=("camden",))) == []


def test_boilerplate_headings_and_footnotes_are_not_found_unless_asked_for(library: Library) -> None:
    unsaid = {Kind.BOILERPLATE, Kind.HEADING, Kind.FOOTNOTE}
    assert not {match.passage.kind for match in search(library, SGO, limit=200)} & unsaid
    headings = search(library, "what needs to improve", kinds=(Kind.HEADING,))
    assert {match.passage.kind for match in headings} == {Kind.HEADING}


def source(published: ReportDate | None, inspected: ReportDate | None = None) -> Source:
    return Source(
        "0" * 64,
        "a.pdf",
        "application/pdf",
        "A",
        (),
        Speaker.OTHER,
        published=published,
        inspected_to=inspected,
    )


@pytest.mark.parametrize(
    ("since", "until", "held"),
    [
        (20180301, None, True),
        (20180331, None, True),
        (20180401, None, False),
        (None, 20180301, True),
        (None, 20180228, False),
        (20180315, 20180316, True),
    ],
)
def test_a_date_known_to_the_month_is_within_any_part_of_it(
    since: int | None, until: int | None, held: bool
) -> None:
    march = source(ReportDate(2018, 3))
    assert Scope(published_from=since, published_to=until).holds(march) is held


def test_the_end_of_the_inspection_stands_in_for_an_unknown_publication_date() -> None:
    scope = Scope(published_from=20180101)
    assert scope.holds(source(None, ReportDate(2018, 7, 11)))
    assert not scope.holds(source(None, None))
