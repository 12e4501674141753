"""Who published a document."""

import re

from documents.authorities import name_of
from documents.frameworks import Framework
from documents.mentions import mentions
from documents.parts import Parts
from documents.report import Speaker

SAMPLE = "Sample briefings"  # not the publisher of what they summarise: the words are not theirs
OFSTED = "Ofsted"
OFSTED_AND_CQC = "Ofsted and Care Quality Commission"
INSPECTORATES = (
    (OFSTED, re.compile(r"\bOfsted\b")),
    ("Care Quality Commission", re.compile(r"\bCare Quality Commission\b|\bCQC\b")),
    ("HMICFRS", re.compile(r"HMICFRS|Constabulary and Fire")),
    ("HMIC", re.compile(r"\bHMIC\b")),
    ("HMI Probation", re.compile(r"HMI Prob|\bHMIP\b|Inspectorate of Probation")),
)
COUNCIL_NAME = re.compile(
    r"(?:\s(?:metropolitan|borough|city|county|district|unitary|of))*\scouncil\b", re.IGNORECASE
)
BEFORE_NAME = re.compile(r"(?:(?:London|Royal|Metropolitan) Borough of|City of|County of)\s+$", re.IGNORECASE)
PAPER = re.compile(  # what a page says of itself in its small print
    r"(?:Read (?:Full Story|More) |^)(?P<name>[A-Z][\w’' ]{2,40}?) is "
    r"(?:an online (?:resource|magazine|newspaper)|a (?:news|daily|weekly) ?\w*)\b"
    r"|\beditor (?:at|of) (?P<paper>(?:[Tt]he )?[A-Z][\w’']+(?: [A-Z][\w’']+)*)"
    r"|(?:©|Copyright)[ \d,–-]+(?P<owner>[A-Z][\w’']+(?: (?:&|and|[A-Z][\w’']+))*)",
    re.MULTILINE,
)


def publisher_of(
    parts: Parts, speaker: Speaker, framework: Framework, authorities: tuple[str, ...]
) -> str | None:
    if speaker is Speaker.INSPECTORATE:
        return _inspectorate(parts, framework)
    if parts.site:
        return parts.site
    if speaker is Speaker.COUNCIL:
        return _council(parts.front, authorities)
    if speaker is Speaker.GOVERNMENT:
        return "Department for Education" if "Department for Education" in parts.front else None
    return _paper(parts) if speaker is Speaker.PRESS else None


def _inspectorate(parts: Parts, framework: Framework) -> str:
    if framework is Framework.JTAI:
        return _all_of_them(parts.opening)
    if framework in (Framework.AREA_SEND, Framework.AREA_SEND_REVISIT):
        return OFSTED_AND_CQC
    return "HM Inspectorate of Probation" if framework is Framework.YOUTH_JUSTICE else OFSTED


def _all_of_them(opening: str) -> str:
    names = [name for name, words in INSPECTORATES if words.search(opening)]
    if "HMICFRS" in names and "HMIC" in names:
        names.remove("HMIC")
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else OFSTED


def _council(front: str, authorities: tuple[str, ...]) -> str | None:
    """The council's name as it is printed, or its short name."""
    for mention in mentions(front):
        before = BEFORE_NAME.search(front, 0, mention.start)
        after = COUNCIL_NAME.match(front, mention.end)
        if mention.code in authorities and (before or after):
            start, end = before.start() if before else mention.start, after.end() if after else mention.end
            return _in_usual_case(" ".join(front[start:end].split()))
    return f"{name_of(authorities[0])} council" if authorities else None


def _in_usual_case(name: str) -> str:
    """ "LONDON BOROUGH OF MERTON" as "London Borough of Merton"."""
    words = name.title().replace(" Of ", " of ").replace(" And ", " and ").replace(" Upon ", " upon ")
    return words if name.isupper() else name


def _paper(parts: Parts) -> str | None:
    found = PAPER.search(parts.whole)
    return found[found.lastgroup or 0].strip() if found else None
