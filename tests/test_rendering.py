"""Answers and sources as HTML, and the words that name them."""

import re
from dataclasses import replace
from html import escape, unescape

import pytest

from assistant import wording
from assistant.evidence import Answer, Citation, Outcome, Quote, Reading, Searched
from assistant.marked_text import lines
from assistant.rendering import about, answer_html
from documents.report import Kind, Passage, ReportDate, Source, Span, Speaker, date_from_iso

LETTER = Source(
    sha256="a" * 64,
    file="letter.pdf",
    media_type="application/pdf",
    title="Focused visit to Trafford",
    authorities=("trafford",),
    speaker=Speaker.INSPECTORATE,
    publisher="Ofsted",
    published=ReportDate(2018, 8, 2),
    inspected_from=ReportDate(2018, 7, 10),
    inspected_to=ReportDate(2018, 7, 11),
)
SEARCHED = Searched(documents=1, unreadable_pages=0, authorities=("trafford",))


def citation(number: int, words: str, source: Source = LETTER) -> Citation:
    spans = (Span(1, 0, len(words)),)
    passage = Passage(source.sha256, number, Kind.FINDING, (), None, spans, words)
    return Citation(number, Quote(passage, source, 0, len(words)), "1", "text")


def answered(text: str, *citations: Citation) -> Answer:
    return Answer(Reading("What is good?"), Outcome.ANSWERED, text, citations, SEARCHED)


def shown(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2018-07-10", "2018-07-11", "10 to 11 July 2018"),
        ("2019-04-29", "2019-05-03", "29 April to 3 May 2019"),
        ("2023-12-30", "2024-01-05", "30 December 2023 to 5 January 2024"),
        ("2018-03", "2018-04", "March 2018 to April 2018"),
        ("2018-08-02", "2018-08-02", "2 August 2018"),
        (None, "2018", "2018"),
        (None, None, ""),
    ],
)
def test_a_period_is_written_in_words(first: str | None, last: str | None, words: str) -> None:
    start, end = (date_from_iso(day) if day else None for day in (first, last))
    assert wording.period(start, end) == words


def test_a_source_line_says_the_authority_only_where_the_title_does_not() -> None:
    when = "inspected 10 to 11 July 2018, published 2 August 2018"
    assert wording.about(LETTER) == f"Focused visit to Trafford · Ofsted · {when}"
    unnamed = replace(LETTER, title="Focused visit", authorities=("trafford", "shropshire"))
    assert wording.about(unnamed) == f"Focused visit · Trafford and Shropshire · Ofsted · {when}"


def test_a_sample_is_called_so_once_and_names_what_it_summarises() -> None:
    line = wording.about(replace(LETTER, sample=True, publisher="Sample briefings"))
    assert "sample briefing on the inspectorate’s letter" in line
    assert line.lower().count("sample briefing") == 1


def test_a_newspaper_is_called_the_press() -> None:
    assert wording.who(replace(LETTER, speaker=Speaker.PRESS, publisher="The Post")) == "The Post (the press)"


def test_pages_and_slides_are_counted_in_words() -> None:
    slides = replace(
        LETTER, media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation"
    )
    assert wording.pages(LETTER, 1, 0) == "1 page"
    assert wording.pages(LETTER, 12, 2) == "12 pages (2 could not be read)"
    assert wording.pages(slides, 8, 0) == "8 slides"


def test_an_answer_grows_by_one_quotation_at_a_time() -> None:
    one, two = citation(1, "Plans are good."), citation(2, "Visits are late.")
    text = f"{wording.about(LETTER)}:\n“Plans are good.” [1]\n“Visits are late.” [2]"
    found = answered(text, one, two)
    assert shown(answer_html(found, (one,), [])).endswith("“ Plans are good. ” [1]")
    assert shown(answer_html(found, (one, two), [])).endswith("“ Visits are late. ” [2]")


def test_what_an_answer_says_beside_its_quotations_is_shown() -> None:
    good = citation(1, "Plans are good.")
    text = (
        f"What must improve: {wording.about(LETTER)} (superseded by a later one):\n“Plans are good.” [1]"
        "\n\nShropshire: nothing found in the documents"
    )
    html = answer_html(answered(text, good), (good,), [])
    assert '<p class="note"><bdi>What must improve</bdi></p>' in html
    assert '<p class="note"><bdi>(superseded by a later one)</bdi></p>' in html
    assert shown(html).endswith("[1] Shropshire: nothing found in the documents")


def test_every_quotation_is_shown_even_where_the_text_does_not_carry_it() -> None:
    good = citation(1, "Plans are good.")
    assert "Plans are good." in answer_html(answered("Something else.", good), (good,), [])


def test_markup_in_a_quotation_a_title_or_a_question_is_shown_as_it_is_written() -> None:
    hostile = "<img src=x onerror=alert(1)> & <script>alert(2)</script> \u202edesrever"
    source = replace(LETTER, title=hostile, publisher=hostile)
    quoted = citation(1, hostile, source)
    found = replace(answered(f"{wording.about(source)}:\n“{hostile}” [1]", quoted), reading=Reading(hostile))
    html = answer_html(found, (quoted,), [])
    assert "<img" not in html and "<script" not in html
    assert html.count(f"<bdi>{escape(hostile)}</bdi>") == shown(html).count(hostile) == 4


def test_the_button_for_an_authority_carries_the_question_about_it() -> None:
    unclear = Answer(Reading('How good are "plans"?'), Outcome.UNCLEAR, "Which?", (), SEARCHED)
    html = answer_html(unclear, (), ["Shropshire", "Trafford"])
    assert 'data-question="How good are &quot;plans&quot; in Trafford?"' in html
    assert about("How good are plans?", "Trafford") == "How good are plans in Trafford?"


def test_many_authorities_are_counted_instead_of_listed() -> None:
    unclear = Answer(Reading("How good are plans?"), Outcome.UNCLEAR, "Which?", (), SEARCHED)
    html = answer_html(unclear, (), [f"Place {number}" for number in range(100)])
    assert "<button" not in html
    assert "documents about 100 authorities" in html


def test_a_refusal_is_not_said_twice() -> None:
    found = replace(answered(f"{wording.NOT_FOUND} Searched: 1 document."), outcome=Outcome.NOT_IN_DOCUMENTS)
    assert shown(answer_html(found, (), [])).lower().count("not in the documents") == 1


def test_lines_of_a_page_join_into_its_text() -> None:
    text = "Heading\nFirst words.\n\nLast words."
    assert "\n".join(text[start:end] for start, end in lines(text)) == text
