"""A paper with its claims marked, and beneath each its verdict and evidence: as Word, web page or JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from assistant.as_json import verdict_as_json
from assistant.check_lines import AGAINST, FOR, beside, headline
from assistant.evidence import Citation
from assistant.printing import source_line
from assistant.verdicts import Finding, Verdict
from documents.problem import KnownProblem

TITLE = "Claims of {name}, checked against the documents"
LEGEND = (
    "Each claim is marked, with its verdict and the passages for and against beneath. Quotations are exact;"
    " what is not in evidence may still be true."
)
COLOURS = {
    Finding.SUPPORTED: "d5ecd9",
    Finding.CONTRADICTED: "f6d5d3",
    Finding.MIXED: "fbe8c6",
    Finding.NOT_IN_EVIDENCE: "e3e5e8",
}
STYLE = (
    "body{font-family:Arial,sans-serif;max-width:50em;margin:2em auto;line-height:1.5;color:#0b0c0c}"
    "blockquote{margin:.3em 0 .3em 1.5em}.source{color:#4a4f55;font-size:.9em}.verdict{font-weight:bold}"
    ".evidence{border-left:4px solid #b1b4b6;padding-left:1em;margin:.5em 0 1em}"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the paper: its pieces in order, each with the verdict on it where it is a claim."""

    pieces: tuple[tuple[str, Verdict | None], ...]

    @property
    def verdicts(self) -> list[Verdict]:
        return [verdict for _, verdict in self.pieces if verdict]


def write_report(path: Path, name: str, text: str, verdicts: Sequence[Verdict]) -> None:
    """`path` says by its ending which form is written; `name` is that of the paper."""
    title = TITLE.format(name=name)
    match path.suffix.lower():
        case ".json":
            rows = [{"claim": each.claim.text, **verdict_as_json(each)} for each in verdicts]
            path.write_text(json.dumps({"text": text, "claims": rows}, ensure_ascii=False, indent=1), "utf-8")
        case ".html":
            path.write_text(as_html(title, lines(text, verdicts)), encoding="utf-8")
        case ".docx":
            from assistant.check_word import write_word

            write_word(path, title, lines(text, verdicts))
        case _:
            raise KnownProblem(f"A report is .docx, .html or .json, not {path.suffix or path.name}.")


def lines(text: str, verdicts: Sequence[Verdict]) -> list[Line]:
    """The text line by line, each cut where its claims begin and end; joined, the pieces give the line."""
    found: list[Line] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        inside = [each for each in verdicts if start <= each.claim.start < end]
        pieces: list[tuple[str, Verdict | None]] = []
        at = start
        for verdict in inside:
            pieces += [(text[at : verdict.claim.start], None), (verdict.claim.text, verdict)]
            at = verdict.claim.end
        pieces.append((text[at:end], None))
        found.append(Line(tuple(piece for piece in pieces if piece[0])))
        start = end + 1
    return found


def as_html(title: str, written: Sequence[Line]) -> str:
    body = "\n".join(_html_line(line) for line in written if line.pieces)
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style></head><body><h1>{escape(title)}</h1><p>{LEGEND}</p>\n{body}\n</body></html>\n"
    )


def _html_line(line: Line) -> str:
    marked = "".join(_html_piece(words, verdict) for words, verdict in line.pieces)
    return f"<p>{marked}</p>" + "".join(_html_verdict(verdict) for verdict in line.verdicts)


def _html_piece(words: str, verdict: Verdict | None) -> str:
    if verdict is None:
        return escape(words)
    return f'<mark style="background:#{COLOURS[verdict.finding]}">{escape(words)}</mark>'


def _html_verdict(verdict: Verdict) -> str:
    parts = [f'<p class="verdict">{escape(headline(verdict))}</p>']
    parts += [f"<p>{escape(beside(each))}</p>" for each in verdict.misquotations]
    for lead, citations in sides(verdict):
        parts += [f"<p>{lead}</p>", *(_html_citation(each) for each in citations)]
    return f'<div class="evidence">{"".join(parts)}</div>'


def _html_citation(citation: Citation) -> str:
    source = f'<span class="source">{escape(source_line(citation))}</span>'
    return f"<blockquote>“{escape(citation.quote.words)}”<br>{source}</blockquote>"


def sides(verdict: Verdict) -> list[tuple[str, tuple[Citation, ...]]]:
    """The passages for and against, where there are any, the deciding side first."""
    both = [(FOR, verdict.supporting), (AGAINST, verdict.contradicting)]
    if verdict.finding is Finding.CONTRADICTED:
        both.reverse()
    return [(lead, citations) for lead, citations in both if citations]
