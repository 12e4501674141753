"""The words on screen, apart from the logic that uses them."""

from assistant.evidence import Answer, Citation, Outcome, Searched
from documents.authorities import name_of
from documents.frameworks import Framework
from documents.report import ReportDate, Source, Speaker

INTRODUCTION = (
    "Ask about the inspection documents in this library. Every answer is made of exact quotations."
    " Open a number to see the words on their page."
)
ASK = "Ask"
QUESTION = "Your question"
EXAMPLES = "Questions to begin with"
LIBRARY = "What the library holds"
EMPTY = "The library is empty. Add documents with: python -m index add PATH…"
ALL_AUTHORITIES = "All authorities"
ANYONE = "Anyone"
ASK_FIRST = "Write a question first."
TOO_LONG = "This question is too long. Please ask in no more than {most:,} characters."
ONE_OF_MANY = (
    "The library holds documents about {count} authorities. Name one in your question,"
    " or choose it under ‘Authority’."
)
READ_AS = "Read as:"
INSTEAD = "Answer instead with:"
NOT_MEANT = "{words}: not meant, ask again without"
TAKEN = "taken over from your question before: {what}"
AFRESH = "New conversation"
ASK_ABOUT = "Ask about:"
BACK = "Back to the answer"
ONWARD = "Go on with"
SEARCHING = "Searching the documents…"
BROKE = "This question could not be answered because something went wrong. Please try again."
SPEAKERS = {
    "inspectorate": "the inspectorate",
    "council": "the council",
    "press": "the press",
    "government": "the government",
    "other": "another voice",
}
SAMPLE = "sample briefing"
SUMMARISED = {
    "inspectorate": "the inspectorate’s letter",
    "council": "the council’s own account",
    "press": "a press article",
    "government": "a government publication",
    "other": "a publication",
}
UNKNOWN_DATE = "publication date unknown"
WHICH = "Which authority do you mean? The library holds documents about {names}."
NAMED_AT_MOST = 12  # authorities; more are only counted
NOT_HELD = "The library holds no document about {names}."
REPLACED = "{name} has been replaced by {names}: ask about them instead."
NOT_FOUND = "Not in the documents: nothing found answers this."
NO_SUCH_INSPECTION = "The library holds no report of {kind} of {names}, and no other document tells of it."
VISITS_GIVE_NO_GRADE = "Focused and monitoring visits give no grade, so there is none in the documents."
NEVER_NAMED = "Not in the documents: none of those searched names “{name}”."
UNHEARD = "Not in the documents: none of those searched speaks of {matter}, under any name known here."
IMPROVE = "What must improve:"
SUPERSEDED = "(superseded by the inspection of {when})"
NO_OVERALL = "(this inspection gave no overall grade; these are its judgements)"
NEWEST = "(the newest of these)"
EMPTY_SIDE = "{name}: nothing found in the documents"
COUNTED = "{found} of the {looked} documents looked through:"
ALSO_IN = "Also in: {rest}"
NEAREST = "What came closest, though it does not answer the question:"


def taken(what: tuple[str, ...]) -> str:
    return TAKEN.format(what=", ".join(what))


def which(codes: list[str]) -> str:
    """The question back to the person, who named no authority."""
    held = names(codes) if len(codes) <= NAMED_AT_MOST else f"{len(codes)} authorities"
    return WHICH.format(names=held)


def kinds_of(frameworks: tuple[Framework, ...]) -> str:
    return f"an {frameworks[0]}" if str(frameworks[0])[0] in "aeiouAEIO" else f"a {frameworks[0]}"


def names(codes: tuple[str, ...] | list[str]) -> str:
    """'Trafford', 'Trafford and Shropshire', 'Camden, Trafford and Shropshire'."""
    known = [name_of(code) for code in codes]
    return " and ".join([", ".join(known[:-1]), known[-1]]) if len(known) > 1 else "".join(known)


def about(source: Source) -> str:
    """A report in a line: its title, whom it is about where the title does not say so, who speaks, when."""
    parts = [source.title, others_named(source), who(source), when(source)]
    return " · ".join(part for part in parts if part)


def others_named(source: Source) -> str:
    """The authorities that the title leaves out."""
    title = source.title.casefold()
    return names([code for code in source.authorities if name_of(code).casefold() not in title])


def who(source: Source) -> str:
    """Whose words they are; a briefing only reports them."""
    if source.sample:
        return f"{SAMPLE} on {SUMMARISED[source.speaker]}"
    if source.publisher and source.speaker in (Speaker.PRESS, Speaker.OTHER):
        return f"{source.publisher} ({SPEAKERS[source.speaker]})"
    return source.publisher or SPEAKERS[source.speaker]


def when(source: Source) -> str:
    inspected = period(source.inspected_from, source.inspected_to)
    return f"inspected {inspected}, {published(source)}" if inspected else published(source)


def inspected(source: Source) -> str:
    """'inspected 10 to 11 July 2018'; of a document that tells of no inspection, when it was published."""
    days = period(source.inspected_from, source.inspected_to)
    return f"inspected {days}" if days else published(source)


def published(source: Source) -> str:
    return f"published {source.published.words}" if source.published else UNKNOWN_DATE


def period(start: ReportDate | None, end: ReportDate | None) -> str:
    """'10 to 11 July 2018', '29 April to 3 May 2019', '30 December 2023 to 5 January 2024', 'March 2018'."""
    first, last = start or end, end or start
    if first is None or last is None or first == last:
        return last.words if last else ""
    if first.year == last.year and first.day and last.day:
        begins = str(first.day) if first.month == last.month else first.words.removesuffix(f" {first.year}")
        return f"{begins} to {last.words}"
    return f"{first.words} to {last.words}"


def pages(source: Source, count: int, unreadable: int) -> str:
    """'1 page', '8 slides', '12 pages (2 could not be read)'."""
    unread = f" ({unreadable} could not be read)" if unreadable else ""
    return f"{counted(count, page_word(source))}{unread}"


def page_word(source: Source) -> str:
    return "slide" if "presentation" in source.media_type else "page"


def searched(what: Searched) -> str:
    """What was looked through, for an answer that was not found."""
    whose = f" about {names(what.authorities)}" if what.authorities else ""
    unread = what.unreadable_pages
    blind = f" {unread} of their pages could not be read." if unread else ""
    return f"Searched: {counted(what.documents, 'document')}{whose}.{blind}"


def place(citation: Citation) -> str:
    """Where in its document a quotation stands: page as counted and as printed, paragraph, heading."""
    quote = citation.quote
    first, last = quote.pages[0], quote.pages[-1]
    word = page_word(quote.source)
    found = f"{word} {first}" if first == last else f"{word}s {first}–{last}"
    if citation.printed_page and citation.printed_page != str(first):
        found += f" (printed {citation.printed_page})"
    number = quote.passage.paragraph or ""
    paragraph = f", paragraph {number}" if number.isdigit() else f", {number}" if number else ""
    heading = f", under “{quote.passage.heading[-1]}”" if quote.passage.heading else ""
    return f"{found}{paragraph}{heading}"


def done(found: Answer) -> str:
    """For the status line, which screen readers speak."""
    if found.abstained:
        return (
            "Please say which authority."
            if found.outcome is Outcome.UNCLEAR
            else "No answer in the documents."
        )
    count = len(found.citations)
    documents = len({citation.quote.source.sha256 for citation in found.citations})
    return f"Answered with {counted(count, 'quotation')} from {counted(documents, 'document')}."


def counted(count: int, thing: str) -> str:
    return f"1 {thing}" if count == 1 else f"{count} {thing}s"
