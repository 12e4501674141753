"""What the page shows in reply to a question, piece by piece."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from assistant import wording
from assistant.answer import Chooser, answer
from assistant.audit import in_words, note
from assistant.evidence import Answer
from assistant.export_links import below_answer
from assistant.followups import Turn, turn
from assistant.keep import kept_answer
from assistant.onward import onward, onward_html
from assistant.panel import sources_html
from assistant.people import LOCAL, Person
from assistant.readings import AS_READ, Correction
from assistant.rendering import answer_html
from assistant.suggest import authorities_held
from documents.problem import KnownProblem
from index.library import Library
from index.search import Scope

log = logging.getLogger(__name__)
LONGEST_QUESTION = 2000  # characters


@dataclass(frozen=True, slots=True)
class Talk:
    """The last question of a conversation, and the one before, from which a correction is read again.

    `kept` names it in the person's history; nothing before it has an answer.
    """

    last: Turn | None = None
    before: Turn | None = None
    kept: str = ""


NEW_TALK = Talk()


class Shown(NamedTuple):
    """The answer, its sources, a word on how far things are, ways on, as HTML; the conversation so far."""

    answer: str
    sources: str
    status: str
    talk: Talk
    onward: str = ""  # questions to go on with come after the answer


def replies(
    library: Library,
    words: str,
    scope: Scope,
    chooser: Chooser | None,
    talk: Talk = NEW_TALK,
    correction: Correction = AS_READ,
    person: Person = LOCAL,
) -> Iterator[Shown]:
    """The states of the page, from the question to its answer: recorded, and kept in `person`'s history."""
    if refused := _refused(words):
        yield Shown("", "", status_html(refused), talk)
        return
    yield Shown("", "", status_html(wording.SEARCHING), talk)
    before = talk.last if correction == AS_READ else talk.before
    try:
        note(library, person, "asked", {"through": "page", **in_words(library, words.strip())})
        found = answer(library, words.strip(), scope, chooser, before, correction)
        place = kept_answer(library, person, found, talk.kept)
        talk = Talk(turn(found), before, place.conversation if place else talk.kept)
        yield from _streamed(library, found, scope, talk, correction, below_answer(found, place))
    except KnownProblem as problem:
        yield Shown("", "", status_html(str(problem)), talk)
    except Exception:
        log.exception("A question failed")
        yield Shown("", "", status_html(wording.BROKE), talk)


def suggestions_html(library: Library, talk: Talk, scope: Scope) -> str:
    """Ways on from the last answer; none where working them out fails, for the answer is there already."""
    try:
        return onward_html(onward(library, talk.last, scope)) if talk.last else ""
    except Exception:
        log.exception("No questions to go on with")
        return ""


def status_html(words: str) -> str:
    """The line that screen readers speak when its words change; it must be on the page before they do."""
    return f'<p role="status" aria-live="polite">{escape(words)}</p>'


def _refused(words: str) -> str:
    if not words.strip():
        return wording.ASK_FIRST
    return wording.TOO_LONG.format(most=LONGEST_QUESTION) if len(words) > LONGEST_QUESTION else ""


def _streamed(
    library: Library, found: Answer, scope: Scope, talk: Talk, correction: Correction, below: str
) -> Iterator[Shown]:
    """The answer quotation by quotation, then its sources. Only the last piece is announced."""
    for count in range(1, len(found.citations)):
        grown = answer_html(found, found.citations[:count], [], correction.without)
        yield Shown(grown, "", status_html(wording.SEARCHING), talk)
    sources = sources_html(library, found.citations or found.nearest)
    whole = answer_html(found, found.citations, authorities_held(library, scope), correction.without)
    yield Shown(whole + below, sources, status_html(wording.done(found)), talk)
