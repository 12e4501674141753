"""What a document is called."""

import pytest

from documents.frameworks import announcement
from documents.titles import announced_title, first_line, name_of_file


def title(front: str) -> str:
    announced = announcement(front)
    assert announced is not None
    return announced_title(front, announced)


@pytest.mark.parametrize(
    "front",
    [
        "Inspection of Trafford local authority children’s services\nInspection dates: 8 to 19 June 2026",
        "Inspection of Trafford local\nauthority children’s services\nInspection dates: 8 to 19 June 2026",
        "1\nInspection of Trafford local authority children’s\nservices\nLead inspector: A B",
    ],
)
def test_a_title_that_runs_over_lines_is_joined(front: str) -> None:
    assert title(front) == "Inspection of Trafford local authority children’s services"


def test_the_name_of_a_partnership_belongs_to_the_title() -> None:
    front = "Local area partnership report\nArea SEND inspection of North Yorkshire\nLocal Area Partnership"
    assert title(front) == "Area SEND inspection of North Yorkshire Local Area Partnership"


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("Reading\nInspection of looked after children", "Reading: inspection of looked after children"),
        ("Dudley\nInspection of looked after children", "Dudley: inspection of looked after children"),
        (
            "Royal Borough of Kingston upon\nThames\nInspection of children’s social care services",
            "Royal Borough of Kingston upon Thames: inspection of children’s social care services",
        ),
        (
            "Inspection of looked after children services\nSandwell Metropolitan Borough Council",
            "Sandwell Metropolitan Borough Council: inspection of looked after children services",
        ),
        ("Inspection of looked after children\nGood.", "Inspection of looked after children"),
    ],
)
def test_the_authority_beside_a_general_title_stands_before_it(front: str, expected: str) -> None:
    assert title(front) == expected


def test_a_second_title_after_and_is_left_out() -> None:
    front = (
        "Leeds\nInspection of services for children in need of help and protection\nand\nReview of the board"
    )
    assert title(front) == "Leeds: inspection of services for children in need of help and protection"


def test_a_letter_without_headings_is_called_by_the_line_after_its_salutation() -> None:
    assert (
        first_line("Ofsted\nPiccadilly Gate\nDear Ms Lovelace\nAnnual assessment\nIt is good.")
        == "Annual assessment"
    )


def test_the_name_of_the_file_is_the_last_resort() -> None:
    assert first_line("\n") is None
    assert name_of_file("letter_from_trafford.pdf") == "letter from trafford"
