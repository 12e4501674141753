"""What the page offers beside the question box: filters and examples, from what the library holds now."""

from typing import Any

from assistant import wording
from assistant.holdings import library_html
from assistant.suggest import authorities_held, speakers_held, suggested_questions
from documents.authorities import lookup
from documents.report import Speaker
from index.library import Library
from index.search import Scope

EXAMPLES = 4


def refreshed(gr: Any, library: Library, authority: str, speaker: str) -> list[Any]:
    """The filters, the list and the examples as the library is now; a choice that is gone becomes 'all'."""
    names, voices = authorities(library), speakers(library)
    chosen = authority if authority in names else wording.ALL_AUTHORITIES
    voice = speaker if speaker in [value for _, value in voices] else wording.ANYONE
    questions = suggested_questions(library, EXAMPLES)
    return [
        gr.Dropdown(names, value=chosen),
        gr.Dropdown(voices, value=voice),
        library_html(library),
        *(gr.Button(**example(questions, place)) for place in range(EXAMPLES)),
    ]


def example(questions: list[str], place: int) -> dict[str, Any]:
    held = place < len(questions)
    return {"value": questions[place] if held else "", "visible": held}


def authorities(library: Library) -> list[str]:
    return [wording.ALL_AUTHORITIES, *authorities_held(library)]


def speakers(library: Library) -> list[tuple[str, str]]:
    held = [(wording.SPEAKERS[speaker].capitalize(), str(speaker)) for speaker in speakers_held(library)]
    return [(wording.ANYONE, wording.ANYONE), *held]


def scope(authority: str, speaker: str) -> Scope:
    code = lookup(authority) if authority and authority != wording.ALL_AUTHORITIES else None
    voices = (Speaker(speaker),) if speaker and speaker != wording.ANYONE else ()
    return Scope(authorities=(code,) if code else (), speakers=voices)
