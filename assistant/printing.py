"""An answer as lines for a terminal, each quotation with its whole citation."""

from assistant import wording
from assistant.evidence import Answer, Citation
from assistant.reading_line import reading_line


def printed(found: Answer) -> str:
    parts = [f"{wording.READ_AS} {reading_line(found.reading)}", found.text]
    if found.citations:
        parts.append("Sources\n" + "\n".join(source_line(citation) for citation in found.citations))
    if found.nearest:
        nearest = [f"“{citation.quote.words}”\n{source_line(citation)}" for citation in found.nearest]
        parts.append("\n".join([wording.NEAREST, *nearest]))
    return "\n\n".join(parts)


def source_line(citation: Citation) -> str:
    return f"[{citation.number}] {wording.about(citation.quote.source)}, {wording.place(citation)}"
