"""The library as HTML, for those who look after it: the list, what is being added, what was removed."""

from collections.abc import Collection
from datetime import UTC, datetime
from html import escape

from assistant import library_wording as said
from assistant import wording
from assistant.errands import Errand
from assistant.london import london
from assistant.rendering import words_html
from documents.authorities import name_of
from documents.frameworks import Framework
from documents.report import Source
from index import catalogue, undo
from index.build import Landed, Outcome
from index.library import Library
from index.removed import KEPT, Gone
from index.state import state_of
from index.tables import judgements_by_document


def listing_html(library: Library, authority: str, words: str) -> str:
    """The documents about `authority` whose title or file name has `words`."""
    with library.catalogue.reading() as db:
        sources, counts = catalogue.sources(db), catalogue.page_counts(db)
        judged = judgements_by_document(db)
    found = [source for source in sources if _fits(source, authority, words)]
    title = f'<h2 tabindex="-1">{wording.counted(len(found), "document")}</h2>'
    if not found:
        return f"{title}<p>{said.NONE_FOUND if sources else said.EMPTY}</p>"
    heads = "".join(f'<th role="columnheader" scope="col">{name}</th>' for name in said.COLUMNS)
    rows = "".join(
        _row(source, *counts[source.sha256], len(judged.get(source.sha256, [])))
        for source in sorted(found, key=_place)
    )
    return (
        f'{title}<div class="kept scrolled" role="region" tabindex="0" aria-label="{said.LIBRARY}">'
        f'<table role="table"><thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def _fits(source: Source, authority: str, words: str) -> bool:
    names = [name_of(code) for code in source.authorities]
    said_there = f"{source.title} {source.file}".casefold()
    return (authority in (wording.ALL_AUTHORITIES, *names)) and all(
        word in said_there for word in words.casefold().split()
    )


def _place(source: Source) -> tuple[str, int, str]:
    """By authority, the newest first."""
    date = source.inspected_to or source.published
    return wording.names(source.authorities), -(date.last if date else 0), source.sha256


def _row(source: Source, pages: int, unreadable: int, judgements: int) -> str:
    opens = f'<button type="button" class="link" data-opened="{source.sha256}">'
    cells = (
        f"{opens}{words_html(source.title)}</button>"
        f'{tags(source)}<br><span class="file">{words_html(source.file)}</span>',
        escape(wording.names(source.authorities) or "unknown"),
        escape(wording.SPEAKERS[source.speaker]),
        escape(f"{kind(source)}{wording.when(source)}"),
        escape(f"{wording.pages(source, pages, unreadable)}{_graded(judgements)}"),
    )
    inner = "".join(
        f'<td role="cell" data-column="{column}">{cell}</td>'
        for column, cell in zip(said.COLUMNS, cells, strict=True)
    )
    return f'<tr role="row">{inner}</tr>'


def _graded(judgements: int) -> str:
    return f", {wording.counted(judgements, 'judgement')}" if judgements else ""


def tags(source: Source) -> str:
    return f' <strong class="tag">{wording.SAMPLE}</strong>' if source.sample else ""


def kind(source: Source) -> str:
    return "" if source.framework is Framework.OTHER else f"{source.framework}: "


def errands_html(errands: Collection[Errand]) -> str:
    """How far they are, and a line for each file that has landed, the latest first."""
    landed, count = [each for errand in errands for each in errand.landed], sum(e.count for e in errands)
    told = said.ADDED_SO_FAR.format(done=len(landed), of=count)
    bar = "" if all(each.finished.is_set() for each in errands) else _bar(told, len(landed), count)
    lines = "".join(f"<li>{_landed(each)}</li>" for each in reversed(landed))
    return f'<div class="landing">{bar}<ol reversed>{lines}</ol></div>' if lines or bar else ""


def _bar(told: str, done: int, count: int) -> str:
    return f'<p>{told} <progress max="{count}" value="{done}" aria-label="{told}"></progress></p>'


def _landed(landed: Landed) -> str:
    outcome = f'<strong class="{landed.outcome.name.lower()}">{said.OUTCOMES[landed.outcome]}</strong>'
    if landed.report is not None:
        source = landed.report.source
        whom = wording.names(source.authorities) or "authority unknown"
        pages = wording.counted(len(landed.report.pages), wording.page_word(source))
        return f"{outcome}: {words_html(source.file)}: {words_html(source.title)} ({escape(whom)}, {pages})"
    name = landed.path.name
    if landed.outcome is Outcome.ALREADY_HELD:
        return f"{outcome}: {words_html(said.DUPLICATE.format(file=name, reason=landed.reason))}"
    return f"{outcome}: {words_html(landed.reason if name in landed.reason else f'{name}: {landed.reason}')}"


def removed_html(library: Library) -> str:
    """What may be taken back, each with a button."""
    gone = undo.gone(library)
    if not gone:
        return ""
    rows = "".join(f"<li>{_gone(each)}</li>" for each in gone)
    title = said.RECENTLY.format(days=KEPT.days)
    return f'<div class="gone"><h3>{title}</h3><ul>{rows}</ul></div>'


def _gone(gone: Gone) -> str:
    left = wording.counted(max((gone.until - datetime.now(UTC)).days, 0), "day")
    when = f"removed on {london(gone.at.isoformat())} by {gone.who}; {left} left"
    label = escape(f"{said.UNDO}: {gone.file}")
    button = f'<button type="button" data-undone="{gone.sha256}" aria-label="{label}">{said.UNDO}</button>'
    name = f"{words_html(gone.file)}: {words_html(gone.title)}"
    return f'<span>{name}<br><span class="file">{words_html(when)}</span></span>{button}'


def state_html(library: Library, problems: Collection[str] | None = None, told: str = "") -> str:
    """What the index is, and what a check has found where one was made; `told` is what goes on."""
    state = state_of(library)
    built = f", model {state.model} ({state.precision})" if state.model else ""
    documents = wording.counted(state.documents, "document")
    counts = f"{documents}, {wording.counted(state.passages, 'passage')}{built}."
    current = said.OUTDATED if state.is_outdated else said.CURRENT
    found = f"<p>{escape(told)}</p>" if told else ""
    if problems is not None:
        whole = said.WHOLE.format(documents=documents)
        items = "".join(f"<li>{words_html(problem)}</li>" for problem in problems)
        found = f'<ul class="problems">{items}</ul>' if problems else f"<p>{whole}</p>"
    return f"<h3>{said.STATE}</h3><p>{escape(counts)} {escape(current)}</p>{found}"
