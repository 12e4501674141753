"""Boilerplate is marked, and findings are not hidden by it."""

from documents.blocks import Block, Piece, Role
from documents.boilerplate import boilerplate, ends_section


def laid(*texts: str, page: int = 2) -> list[tuple[Block, str]]:
    return [(Block(page, Role.PARAGRAPH, (Piece(text),)), text) for text in texts]


def marked(found: list[tuple[Block, str]], *path: str, pages: int = 10) -> set[int]:
    return boilerplate(found, [path] * len(found), pages)


def test_what_stands_under_about_this_inspection_is_boilerplate() -> None:
    assert marked(laid("The team had six inspectors."), "Information about this inspection") == {0}
    assert marked(laid("The borough is small."), "Information about this local authority area") == set()


def test_definitions_of_grades_are_boilerplate_wherever_they_stand() -> None:
    assert marked(
        laid("A good local authority leads effective services.", "Leaders are good."), "Summary"
    ) == {0}


def test_the_imprint_takes_the_rest_of_its_page() -> None:
    found = [*laid("Plans are late."), *laid("© Crown copyright 2014", "Store Street", page=10)]
    assert marked(found) == {1, 2}


def test_the_address_above_a_letter_is_boilerplate_and_its_findings_are_not() -> None:
    found = laid("Piccadilly Gate, Store Street", "2 August 2018", "Dear Ann", "Plans are late.", page=1)
    assert marked(found) == {0, 1, 2}


def test_what_follows_yours_sincerely_is_boilerplate() -> None:
    assert marked(laid("Plans are late.", "Yours sincerely", "Ann Lee")) == {1, 2}


def test_a_heading_of_findings_ends_boilerplate() -> None:
    assert ends_section("Summary of findings")
    assert not ends_section("Information about this inspection")
