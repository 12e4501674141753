"""What a document is, whom it is about and who speaks: from its own words; what they leave out is unknown."""

from dataclasses import replace

from documents.blocks import Content
from documents.briefings import Briefing, briefing, title_of_briefing
from documents.frameworks import Announcement, Framework, announcement
from documents.inspected import inspected, told_by_length
from documents.parts import Parts, parts_of
from documents.people import lead_inspector
from documents.published import published
from documents.publishers import SAMPLE, publisher_of
from documents.report import Page, Passage, Source, Speaker
from documents.speakers import SELF_ASSESSMENT, speaker_of
from documents.subjects import LOCAL, NATIONAL, most_named, named, written_about
from documents.themes import theme_of
from documents.titles import announced_title, first_line, headline, name_of_file


def describe(
    sha256: str,
    file: str,
    media_type: str,
    content: Content,
    pages: tuple[Page, ...],
    passages: tuple[Passage, ...],
) -> Source:
    parts = parts_of(content, pages, passages)
    title = _title(parts, passages, media_type) or name_of_file(file)
    untold = Source(sha256, file, media_type, title, authorities=(), speaker=Speaker.OTHER)
    if summary := briefing(parts.opening):
        return _briefing(untold, parts, summary)
    announced = announcement(parts.front)
    speaker = speaker_of(parts, announced, title)
    if speaker is Speaker.INSPECTORATE:
        return _inspectorates(untold, parts, announced, pages)
    return _others(untold, parts, speaker)


def _title(parts: Parts, passages: tuple[Passage, ...], media_type: str) -> str | None:
    heading = headline(passages, SELF_ASSESSMENT)
    stated = (parts.title, heading) if media_type == "text/html" else (heading, parts.title)
    return next((title for title in stated if title), None) or first_line(parts.front)


def _inspectorates(
    untold: Source, parts: Parts, announced: Announcement | None, pages: tuple[Page, ...]
) -> Source:
    """An inspectorate's report or letter; or its guidance, which announces no inspection."""
    title = announced_title(parts.front, announced) if announced else untold.title
    authorities = named(title) or most_named(parts.opening) or most_named(parts.body)
    date = published(Speaker.INSPECTORATE, parts.front, title, announced.start if announced else 0)
    days = inspected(parts.front, parts.opening if announced else "", known_by=date)
    framework = told_by_length(announced.framework, days) if announced else Framework.OTHER
    return replace(
        untold,
        title=title,
        authorities=authorities,
        speaker=Speaker.INSPECTORATE,
        publisher=publisher_of(parts, Speaker.INSPECTORATE, framework, authorities),
        framework=framework,
        theme=theme_of(parts.opening) if framework is Framework.JTAI else None,
        published=date,
        inspected_from=days[0] if days else None,
        inspected_to=days[1] if days else None,
        lead_inspector=lead_inspector(page.text for page in pages),
    )


def _briefing(untold: Source, parts: Parts, summary: Briefing) -> Source:
    """It goes by the voice that it reports, and by a title that says it is a briefing."""
    of_visit = summary.speaker is Speaker.INSPECTORATE
    days = inspected(parts.front, parts.opening, known_by=summary.published) if of_visit else None
    return replace(
        untold,
        title=title_of_briefing(parts.opening, untold.title),
        authorities=written_about(untold.title, parts.body, LOCAL),
        speaker=summary.speaker,
        publisher=SAMPLE,
        framework=summary.framework,
        published=summary.published,
        inspected_from=days[0] if days else None,
        inspected_to=days[1] if days else None,
    )


def _others(untold: Source, parts: Parts, speaker: Speaker) -> Source:
    """A self-assessment, an article, or anything else."""
    share = LOCAL if speaker in (Speaker.COUNCIL, Speaker.PRESS) else NATIONAL
    authorities = written_about(untold.title, parts.body, share)
    framework = _framework(speaker, untold.title)
    return replace(
        untold,
        authorities=authorities,
        speaker=speaker,
        publisher=publisher_of(parts, speaker, framework, authorities),
        framework=framework,
        published=parts.published or published(speaker, parts.front, untold.title),
    )


def _framework(speaker: Speaker, title: str) -> Framework:
    if speaker is Speaker.PRESS:
        return Framework.PRESS_ARTICLE
    if speaker is Speaker.COUNCIL and SELF_ASSESSMENT.search(title):
        return Framework.SELF_ASSESSMENT
    return Framework.OTHER
