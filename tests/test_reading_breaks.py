"""What goes on over page breaks and in lists, and what does not."""

from documents.blocks import Block, Piece, Role
from documents.breaks import carried_over, with_lists_joined


def block(role: Role, words: str, page: int = 1, level: int = 71, **more: object) -> Block:
    return Block(page, role, (Piece(words),), level, **more)  # type: ignore[arg-type]


def continues(found: list[Block]) -> list[bool]:
    return [each.continues for each in found]


def test_a_sentence_broken_by_the_page_goes_on() -> None:
    last = block(Role.PARAGRAPH, "Leaders do not know how well")
    assert carried_over([last], [block(Role.PARAGRAPH, "children are helped.", 2)])[0].continues


def test_a_numbered_paragraph_goes_on_with_its_next_sentence_at_its_inner_edge() -> None:
    last = block(Role.PARAGRAPH, "Plans are weak.", number="42", inner=99)
    assert carried_over([last], [block(Role.PARAGRAPH, "Reviews are late.", 2, 99)])[0].continues


def test_an_imprint_set_further_left_does_not_go_on_with_a_finding() -> None:
    last = block(Role.PARAGRAPH, "Plans are weak.", number="42", level=57, inner=89)
    assert not carried_over([last], [block(Role.PARAGRAPH, "The Office for Standards", 2, 71)])[0].continues


def test_a_new_bullet_is_not_the_end_of_the_last_page() -> None:
    last = block(Role.BULLET, "The quality of plans")
    assert not carried_over([last], [block(Role.BULLET, "The pace of reviews.", 2)])[0].continues


def test_nested_bullets_keep_their_parent_line() -> None:
    found = [
        block(Role.BULLET, "The quality of oversight and monitoring of:", level=71),
        block(Role.BULLET, "private fostering", level=89),
        block(Role.BULLET, "permanence for children.", level=89),
        block(Role.BULLET, "Caseloads in the assessment teams.", level=71),
    ]
    assert continues(with_lists_joined(found)) == [False, True, True, False]


def test_a_list_of_short_parts_stands_with_the_line_that_opens_it() -> None:
    found = [
        block(Role.PARAGRAPH, "The proportion of children entitled to free meals:"),
        block(Role.BULLET, "in primary schools is 12%"),
        block(Role.BULLET, "in secondary schools is 10%."),
        block(Role.BULLET, "Most children live nearby."),
    ]
    assert continues(with_lists_joined(found)) == [False, True, True, False]


def test_items_after_the_local_authority_should_are_not_merged() -> None:
    found = [
        block(Role.PARAGRAPH, "The local authority should:"),
        block(Role.BULLET, "ensure that plans are clear"),
        block(Role.BULLET, "review caseloads."),
    ]
    assert continues(with_lists_joined(found)) == [False, False, False]


def test_a_sentence_broken_after_a_semicolon_goes_on() -> None:
    last = block(Role.PARAGRAPH, "Much has changed: plans are clearer;")
    assert carried_over([last], [block(Role.PARAGRAPH, "reviews are on time; and visits are kept.", 2)])[
        0
    ].continues
    assert not carried_over([last], [block(Role.PARAGRAPH, "Reviews are on time.", 2)])[0].continues


def test_parts_after_is_or_are_stand_with_the_line_that_names_them_unless_it_asks() -> None:
    parts = [block(Role.BULLET, "to share what is known"), block(Role.BULLET, "to agree who helps.")]
    named = block(Role.PARAGRAPH, "The purpose of the meetings is:")
    asked = block(Role.PARAGRAPH, "The areas for improvement are:")
    assert continues(with_lists_joined([named, *parts])) == [False, True, True]
    assert continues(with_lists_joined([asked, *parts])) == [False, False, False]
    wanted = block(
        Role.PARAGRAPH, "A written statement must tackle the following areas of significant weakness:"
    )
    assert continues(with_lists_joined([wanted, *parts])) == [False, False, False]


def test_parts_set_in_without_a_mark_stand_with_the_line_that_opens_them() -> None:
    found = [
        block(Role.BULLET, "The share of children with free meals:", level=71),
        block(Role.PARAGRAPH, "in primary schools is 12%", level=116),
        block(Role.PARAGRAPH, "in secondary schools is 10%.", level=116),
        block(Role.PARAGRAPH, "Most children live nearby.", level=116),
    ]
    assert continues(with_lists_joined(found)) == [False, True, True, False]
