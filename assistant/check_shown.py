"""Verdicts on claims as HTML. Every word that comes from a document or a person is escaped."""

from collections import Counter
from collections.abc import Sequence
from html import escape

from assistant import check_wording, wording
from assistant.check_lines import SHOWN
from assistant.evidence import Citation
from assistant.originals_link import original_link
from assistant.rendering import whose_html, words_html
from assistant.side_by_side import Change, within
from assistant.verdicts import Finding, Misquotation, Verdict


def verdicts_html(name: str, found: Sequence[Verdict], links: str) -> str:
    """What was checked, how many claims stand how, the report to keep, then claim by claim."""
    counts = Counter(each.finding for each in found)
    summary = "".join(
        f'<li class="{finding}">{SHOWN[finding]}: {counts[finding]}</li>'
        for finding in Finding
        if counts[finding]
    )
    listed = "".join(_verdict(number, each) for number, each in enumerate(found, 1))
    return (
        f'<div class="verdicts"><h2>{wording.counted(len(found), "claim")} checked: {words_html(name)}</h2>'
        f'<ul class="summary">{summary}</ul><p>{escape(check_wording.READ_VERDICTS)}</p>'
        f"{links}{listed}</div>"
    )


def _verdict(number: int, verdict: Verdict) -> str:
    flags = "".join(f"<li>{escape(flag[:1].upper() + flag[1:])}</li>" for flag in verdict.flags)
    flagged = f'<div class="flags"><p>{check_wording.CAUTIONS}</p><ul>{flags}</ul></div>' if flags else ""
    wrong = "".join(map(_misquoted, verdict.misquotations))
    return (
        f'<section class="claim {verdict.finding}"><h3>{number}. {words_html(verdict.claim.text)}</h3>'
        f'<p class="verdict"><strong>{escape(SHOWN[verdict.finding])}</strong></p>{flagged}'
        f'<p class="whose">{escape(wording.searched(verdict.searched))}</p>{wrong}{_sides(verdict)}</section>'
    )


def _misquoted(wrong: Misquotation) -> str:
    """What was put in quotation marks, beside what the document has, word by word; what the document has
    before and after is left to the quotation itself.
    """
    inner = within(wrong.changes)
    before, after = wrong.changes[:1] != inner[:1], wrong.changes[-1:] != inner[-1:]
    changes = " ".join([*(["…"] if before else []), *map(_change, inner), *(["…"] if after else [])])
    return (
        f'<div class="beside"><p>{words_html(check_wording.MISQUOTED.format(claimed=wrong.claimed))}'
        f'<br>{escape(check_wording.TRUE_WORDING)}</p><p class="words"><bdi>{changes}</bdi></p></div>'
    )


def _change(change: Change) -> str:
    """Those who hear the page are told which words are whose, for strokes are not read out."""
    if change.same:
        return escape(change.written)
    claimed, written = escape(change.claimed), escape(change.written)
    struck = f'<del><span class="heard">[{check_wording.WRITTEN} </span>{claimed}' if claimed else ""
    set_in = f'<ins><span class="heard">[{check_wording.IN_DOCUMENT} </span>{written}' if written else ""
    ends = '<span class="heard">]</span>'
    return " ".join(f"{part}{ends}</{tag}>" for part, tag in ((struck, "del"), (set_in, "ins")) if part)


def _sides(verdict: Verdict) -> str:
    if not verdict.citations:
        near = "".join(map(_citation, verdict.nearest))
        return f"<h4>{escape(check_wording.NEAREST)}</h4>{near}" if near else ""
    sides = ((check_wording.FOR, verdict.supporting), (check_wording.AGAINST, verdict.contradicting))
    return f'<div class="sides">{"".join(_side(title, citations) for title, citations in sides)}</div>'


def _side(title: str, citations: Sequence[Citation]) -> str:
    shown = "".join(map(_citation, citations)) or f'<p class="whose">{check_wording.NONE_FOUND}</p>'
    return f"<div><h4>{title}</h4>{shown}</div>"


def _citation(citation: Citation) -> str:
    """The words, then the document they are of, whose they are and of when, and the page."""
    source = citation.quote.source
    place = wording.place(citation)
    return (
        f"<blockquote>“{words_html(citation.quote.words)}”</blockquote>"
        f'<div class="of"><p>{words_html(source.title)}</p>{whose_html(source)}'
        f'<p class="file">{words_html(place[:1].upper() + place[1:])} · {words_html(source.file)} ·'
        f" {original_link(source, citation.quote.pages[0], check_wording.OPEN)}</p></div>"
    )
