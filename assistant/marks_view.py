"""What people say of a quotation, with the buttons to say it."""

from collections.abc import Iterable
from html import escape

from assistant import source_wording
from assistant.people import Person
from assistant.rendering import words_html
from index.marks import Mark, Marked


def marks_html(marks: list[Marked], person: Person) -> str:
    """`data-standing` is what the summary of the source says of it, `data-said` what is announced."""
    own = next((one.mark for one in marks if one.who == person.name), None)
    buttons = "".join(_button(mark, mark is own) for mark in Mark)
    listed = "".join(f"<li>{words_html(source_wording.marked(one))}</li>" for one in marks)
    return (
        f'<div class="marks" data-standing="{escape(source_wording.standing(marks))}">{buttons}'
        f"{f'<ul>{listed}</ul>' if listed else ''}</div>"
    )


def standing_html(marks: Iterable[Marked]) -> str:
    """For the summary of a source; there, though empty, where nobody has marked it."""
    return f'<span class="standing">{escape(source_wording.standing(list(marks)))}</span>'


def _button(mark: Mark, pressed: bool) -> str:
    return (
        f'<button type="button" class="mark" data-mark="{mark}" aria-pressed="{str(pressed).lower()}">'
        f"{source_wording.BUTTONS[mark]}</button>"
    )
