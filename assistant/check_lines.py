"""A verdict in words: for a terminal, and for the lines of a report."""

from assistant import wording
from assistant.printing import source_line
from assistant.side_by_side import Change
from assistant.verdicts import Finding, Misquotation, Verdict

SHOWN = {
    Finding.SUPPORTED: "Supported",
    Finding.CONTRADICTED: "Contradicted",
    Finding.MIXED: "Mixed: the documents disagree",
    Finding.NOT_IN_EVIDENCE: "Not in evidence",
}
FOR, AGAINST = "For:", "Against:"
NEAREST_WORDING = (
    "Quoted: “{claimed}”. The nearest true wording, with [what was written] for {{what the document has}}:"
)


def lines_of(verdict: Verdict) -> str:
    """The claim, its verdict, its cautions, and the passages for and against with their sources."""
    parts = [f"“{verdict.claim.text}”", headline(verdict)]
    parts += [f"{beside(each)}" for each in verdict.misquotations]
    for lead, citations in ((FOR, verdict.supporting), (AGAINST, verdict.contradicting)):
        if citations:
            quotes = [f"“{each.quote.words}”\n{source_line(each)}" for each in citations]
            parts.append("\n".join([lead, *quotes]))
    if verdict.nearest:
        near = [f"“{each.quote.words}”\n{source_line(each)}" for each in verdict.nearest]
        parts.append("\n".join([wording.NEAREST, *near]))
    return "\n\n".join(parts)


def headline(verdict: Verdict) -> str:
    """'Contradicted (superseded by a later finding) · Searched: 3 documents about Trafford.'"""
    flags = f" ({'; '.join(verdict.flags)})" if verdict.flags else ""
    return f"{SHOWN[verdict.finding]}{flags} · {wording.searched(verdict.searched)}"


def beside(wrong: Misquotation) -> str:
    """The quoted words, then the true wording with what differs marked."""
    marked = " ".join(_change(each) for each in wrong.changes)
    return f"{NEAREST_WORDING.format(claimed=wrong.claimed)}\n{marked}"


def _change(change: Change) -> str:
    if change.same:
        return change.written
    claimed = f"[{change.claimed}]" if change.claimed else ""
    written = f"{{{change.written}}}" if change.written else ""
    return f"{claimed}{written}"
