"""Everyday words in a question, and what reports write for them."""

from index.everyday import also_written, in_report_words


def test_everyday_words_give_way_to_those_of_reports() -> None:
    asked = "Do bobbies tell the personal adviser when youngsters are behind bars?"
    assert in_report_words(asked) == (
        "Do police officers tell the personal adviser when children are in custody?"
    )


def test_the_longest_phrase_is_read_as_one() -> None:
    assert in_report_words("her foster mum") == "her foster carers"


def test_a_word_inside_another_is_left_alone() -> None:
    assert in_report_words("the mumbling kidney nanny") == "the mumbling kidney nanny"


def test_further_words_of_reports_are_told_where_the_question_keeps_its_own() -> None:
    asked = "Is their income looked at?"
    assert in_report_words(asked) == asked
    assert "income means tested financial assessment" in also_written(asked)
