"""Who led an inspection."""

import pytest

from documents.people import lead_inspector


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Lead inspector: Margaret Burke, Her Majesty’s Inspector", "Margaret Burke"),
        ("Lead inspector: Mandy Nightingale HMI", "Mandy Nightingale"),
        ("Lead inspector: Karen Wareing (HMI)", "Karen Wareing"),
        ("Lead inspector: Andy Whippey, HMI\nJudgement Grade", "Andy Whippey"),
        ("Lead inspector:\nLeanne Cooper, His Majesty’s Inspector", "Leanne Cooper"),
        ("Lead inspector | Leanne Cooper, His Majesty’s Inspector", "Leanne Cooper"),
        ("Lead inspector: Paula Thomson -Jones Her Majesty’s Inspector", "Paula Thomson-Jones"),
        ("Lead inspector: Jenny-ellen Scotland, His Majesty’s Inspector", "Jenny-ellen Scotland"),
        ("Lead inspector: Nick O’Brien HMI", "Nick O’Brien"),
        ("Lead inspector on site: Pietro Battista\nReport author: Sean Tarpey", "Pietro Battista"),
        (
            "Inspection dates: 24 – 28 June 2013 Reporting inspector Christopher Sands HMI",
            "Christopher Sands",
        ),
        ("Lead inspector: HMI Marcie Taylor", "Marcie Taylor"),
        ("Lead inspector: Her Majesty’s Inspector Marcie Taylor", "Marcie Taylor"),
        ("Lead inspector: Neil Penswick Senior HMI", "Neil Penswick"),
        ("Lead inspectors: Lisa Summers and Steve Lowe HMI", "Lisa Summers"),
        ("Lead inspector – Lisa Summers, HMI", "Lisa Summers"),
        ("Lisa Summers, HMI (lead inspector)", "Lisa Summers"),
        ("Reporting inspector\n24 – 28 June 2013\nChristopher Sands HMI", "Christopher Sands"),
        ("The lead inspector was Lisa Summers, Her Majesty’s Inspector.", "Lisa Summers"),
        ("This visit was led by Jan Edwards, His Majesty’s Inspector.", "Jan Edwards"),
    ],
)
def test_the_lead_inspector_is_found_by_the_label(written: str, name: str) -> None:
    assert lead_inspector([written]) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Sue Eastwood, Ofsted HMI Lead inspector Kaye Goodfellow, CQC Lead inspector", "Sue Eastwood"),
        ("Jo Petch HMI, Ofsted Lead inspector Lyndsey McGeary, CQC Lead inspector", "Jo Petch"),
        ("Katherine Douglas, Ofsted HMI, lead inspector Liz Fox, CQC lead inspector", "Katherine Douglas"),
        ("Mr Chris Ellison, Ofsted Lead inspector Andrea Crosby-Josephs, CQC", "Chris Ellison"),
        ("Liz Fox, CQC lead inspector\nKatherine Douglas, Ofsted HMI, lead inspector", "Katherine Douglas"),
        ("Ofsted | CQC\nPhil Minns, Ofsted Lead inspector | Tessa Valpy, CQC Lead inspector", "Phil Minns"),
        ("Ofsted Care Quality Commission Phil Minns, Ofsted Lead inspector", "Phil Minns"),
        ("Jonathan Jones HMI\nLead Inspector\nLesley Brown\nCQC Inspector", "Jonathan Jones"),
    ],
)
def test_of_two_lead_inspectors_the_one_of_ofsted_is_given(written: str, name: str) -> None:
    assert lead_inspector([written]) == name


@pytest.mark.parametrize(
    "written",
    [
        "Deputy lead inspector: Lynn Radley",
        "Lesley Perry, CQC lead inspector",
        "The inspectors were Pauline Higham and Shabana Abasi.",
        "An independent review was led by Moira Gibb.",
        "Yours sincerely\nYvette Stanley\nNational Director, Social Care",
    ],
)
def test_others_are_not_taken_for_the_lead_inspector(written: str) -> None:
    assert lead_inspector([written]) is None


def test_the_lead_inspector_may_stand_on_a_later_page() -> None:
    pages = [
        "Trafford",
        "Inspectors read case files.",
        "The team\nLead inspector: Gary Lamb\nDeputy lead inspector: X",
    ]
    assert lead_inspector(pages) == "Gary Lamb"


def test_an_endless_word_is_read_in_no_time() -> None:
    assert lead_inspector(["lead inspector: " + "A" * 1_000_000]) is None
