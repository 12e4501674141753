"""An answer as HTML for the page. Every word that comes from a document or a person is escaped."""

import re
from html import escape
from itertools import groupby

from assistant import wording
from assistant.evidence import Answer, Citation, Outcome
from assistant.reading_line import reading_html
from assistant.readings import Named
from documents.report import Source

HEADINGS = {
    Outcome.ANSWERED: "Answer",
    Outcome.PARTLY: "Part of an answer",
    Outcome.NOT_IN_DOCUMENTS: "Not in the documents",
    Outcome.UNCLEAR: "Which authority?",
    Outcome.FAILED: "Something went wrong",
}
WAYS_SHOWN = 12  # authorities offered as buttons; more than that are easier to name than to read through


def words_html(words: str) -> str:
    """Words from outside, so that neither markup nor marks of writing direction reach beyond them."""
    return f"<bdi>{escape(words)}</bdi>"


def answer_html(
    found: Answer, citations: tuple[Citation, ...], ways: list[str], taken_back: tuple[Named, ...] = ()
) -> str:
    """The answer as far as `citations` go, so that it can be shown while it grows.

    `ways` are the authorities that may be meant, where that is unclear; `taken_back` is what of the reading
    the person has taken back.
    """
    asked = f'<p class="asked">{words_html(found.reading.own_words)}</p>'
    read = "" if found.outcome is Outcome.UNCLEAR else reading_html(found.reading, taken_back)
    body = _body(found, citations, ways)
    return f'<div class="answer">{asked}{read}<h2>{HEADINGS[found.outcome]}</h2>{body}</div>'


def _body(found: Answer, citations: tuple[Citation, ...], ways: list[str]) -> str:
    if found.outcome is Outcome.UNCLEAR and len(ways) > WAYS_SHOWN:
        return f"<p>{escape(wording.ONE_OF_MANY.format(count=len(ways)))}</p>"
    if found.outcome is Outcome.UNCLEAR and ways:
        return f"<p>{escape(found.text)}</p>{_ways(found.reading.own_words, ways)}"
    if found.abstained:
        said = found.text.removeprefix(f"{HEADINGS[found.outcome]}: ")  # the heading says so already
        return f"<p>{words_html(said[:1].upper() + said[1:])}</p>{_nearest(found.nearest)}"
    return _grown(found, citations)


def _grown(found: Answer, citations: tuple[Citation, ...]) -> str:
    """The answer's text with its quotations set off, as far as `citations` go."""
    marked = {f"“{citation.quote.words}” [{citation.number}]": citation for citation in found.citations}
    pieces = re.split("(" + "|".join(map(re.escape, marked)) + ")", found.text)
    leads, quoted = pieces[::2], [marked[piece] for piece in pieces[1::2]]
    if len(quoted) < len(found.citations):
        return _quotes(citations)
    parts: list[str] = []
    for lead, citation in zip(leads, quoted, strict=False):
        if citation not in citations:
            return "".join(parts)
        parts += [_leads(lead, citation.quote.source), _quote(citation)]
    return "".join([*parts, _leads(leads[-1], None)])


def _leads(text: str, source: Source | None) -> str:
    """The lines before a quotation: the one that names its report as title and description, others as is."""
    paragraphs = [lead.strip().removesuffix(":") for lead in text.split("\n\n") if lead.strip()]
    return "".join(_lead(lead, source if lead == paragraphs[-1] else None) for lead in paragraphs)


def _lead(lead: str, source: Source | None) -> str:
    if source is None or wording.about(source) not in lead:
        return f"<h3>{words_html(lead)}</h3>"
    before, after = (part.strip(" :") for part in lead.split(wording.about(source), 1))
    return f"{_note(before)}{_whose(source)}{_note(after)}"


def _note(words: str) -> str:
    return f'<p class="note">{words_html(words)}</p>' if words else ""


def _quotes(citations: tuple[Citation, ...]) -> str:
    """Quotations of one report under a line that says whose words they are."""
    parts = []
    for source, group in groupby(citations, key=lambda citation: citation.quote.source):
        parts += [_whose(source), *(_quote(citation) for citation in group)]
    return "".join(parts)


def _whose(source: Source) -> str:
    return f"<h3>{words_html(source.title)}</h3>{whose_html(source)}"


def whose_html(source: Source) -> str:
    """Whom a document is about where its title does not say so, whose words they are, and of when."""
    who = wording.who(source)
    facts = [wording.others_named(source), who[:1].upper() + who[1:], wording.when(source)]
    return f'<p class="whose">{" · ".join(words_html(fact) for fact in facts if fact)}</p>'


def _quote(citation: Citation) -> str:
    number = citation.number
    place = escape(wording.place(citation))
    label = f"Open source {number}, {place}"
    link = f'<a class="cite" id="cite-{number}" href="#source-{number}" aria-label="{label}">[{number}]</a>'
    return f"<blockquote>“{words_html(citation.quote.words)}” {link}</blockquote>"


def _nearest(citations: tuple[Citation, ...]) -> str:
    if not citations:
        return ""
    return f'<div class="nearest"><p>{escape(wording.NEAREST)}</p>{_quotes(citations)}</div>'


def _ways(question: str, names: list[str]) -> str:
    """A button for each authority, which asks the question again about it."""
    buttons = "".join(f"<li>{_way(about(question, name), name)}</li>" for name in names)
    return f'<p id="ways">{wording.ASK_ABOUT}</p><ul class="ways" aria-labelledby="ways">{buttons}</ul>'


def _way(question: str, name: str) -> str:
    return f'<button type="button" data-question="{escape(question)}">{escape(name)}</button>'


def about(question: str, name: str) -> str:
    """'How good are plans?' asked about Trafford: 'How good are plans in Trafford?'"""
    return f"{question.rstrip(' ?.!')} in {name}?"
