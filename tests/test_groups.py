"""The groups that findings are about, and claims that name another group than the sentence does."""

import pytest

from assistant.groups import exchanged, exchanged_once, groups


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Looked-after children see a dentist.", {"children in care"}),
        ("Care-experienced young people have homes.", {"care leavers"}),
        ("Children in need of help wait.", set()),
        ("Children in need are visited.", {"children in need"}),
        ("Adopters wait for training.", {"adopters"}),
        ("Children who are adopted settle.", {"adopted children"}),
        ("Privately fostered children are seen.", {"privately fostered children"}),
        ("Unaccompanied asylum-seeking children learn English.", {"unaccompanied children"}),
    ],
)
def test_a_group_is_known_by_each_of_its_names(text: str, names: set[str]) -> None:
    assert groups(text) == names


@pytest.mark.parametrize(
    ("claim", "sentence", "names"),
    [
        ("Children in need are seen.", "Children in care are seen.", ("children in need",)),
        ("Care leavers have plans.", "Children looked after have plans.", ("care leavers",)),
        ("Personal advisers visit.", "Social workers visit.", ("personal advisers",)),
        ("Children in need are seen.", "Children are seen.", ()),
        ("Children in care are seen.", "Children in care and care leavers are seen.", ()),
        ("Looked-after children are seen.", "Children in care are seen.", ()),
        ("Children in care are seen by social workers.", "Children in care are seen.", ()),
    ],
)
def test_a_group_in_the_place_of_another_is_told(claim: str, sentence: str, names: tuple[str, ...]) -> None:
    assert exchanged(claim, sentence) == names


def test_where_both_are_almost_one_text_a_group_named_twice_is_told_from_one_named_once() -> None:
    sentence = "Adopters are few, for adopters leave."
    assert exchanged_once("Foster carers are few, for adopters leave.", sentence) == ("foster carers",)
    assert exchanged_once(sentence, sentence) == ()
