"""What is embedded with a passage and not quoted: reports share wording, so each says where it belongs."""

from documents.authorities import name_of
from documents.frameworks import Framework
from documents.report import Passage, Report, Source, Speaker


def contexts(report: Report) -> list[str]:
    """For each passage: whose report it is from, of what kind and when, and the headings above it."""
    about = about_source(report.source)
    return [". ".join(part for part in (about, *_headings(passage)) if part) for passage in report.passages]


def about_source(source: Source) -> str:
    """An inspection is told by its framework: its title is long, and names every service it looked at."""
    names = ", ".join(name_of(code) for code in source.authorities)
    inspected = source.speaker is Speaker.INSPECTORATE and source.framework != Framework.OTHER
    when = source.inspected_to or source.published
    told = source.framework if inspected else source.title
    return ", ".join(part for part in (names, told, when.words if when else "") if part)


def _headings(passage: Passage) -> tuple[str, ...]:
    return passage.heading[-2:]


def embedded(context: str, text: str) -> str:
    """The words a passage's vector is made from."""
    return f"{context}\n{text}"
