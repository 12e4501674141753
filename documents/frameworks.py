"""The kinds of inspection, and telling one by the words with which a report announces itself."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Framework(StrEnum):
    """Under which framework a document was written, or what it is where no inspection produced it."""

    ILACS = "ILACS inspection"  # where its dates do not tell the standard inspection from the short
    ILACS_STANDARD = "ILACS standard inspection"
    ILACS_SHORT = "ILACS short inspection"
    FOCUSED_VISIT = "focused visit"
    MONITORING_VISIT = "monitoring visit"
    SINGLE_INSPECTION = "single inspection (2013–17)"
    SAFEGUARDING = "safeguarding and looked-after children (2009–12)"
    CONTACT_AND_REFERRAL = "contact, referral and assessment (2009–11)"
    CHILD_PROTECTION = "protection of children (2012–13)"
    LOOKED_AFTER = "looked-after children (2013)"
    AREA_SEND = "area SEND inspection"
    AREA_SEND_REVISIT = "area SEND revisit"
    JTAI = "joint targeted area inspection"
    YOUTH_JUSTICE = "youth justice inspection"
    SELF_ASSESSMENT = "self-assessment"
    PRESS_ARTICLE = "press article"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Announcement:
    """The words, at `start` to `end`, with which a report says under which framework it was made."""

    framework: Framework
    start: int
    end: int


CHILDRENS_SERVICES = r"children['’]?s['’]? (?:social care |social work )?services"
LOOKED_AFTER = r"(?:looked[- ]after children|children looked after)"
SEND = r"(?:joint )?(?:local )?area SEND"
PARTNERSHIP = r"(?: of .{3,80}? local area partnership)?"
ORDINAL = r"(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|final) )?"
VISIT = r"visit(?: report)?(?: (?:of|to|in|for)\b|(?=\s*$))"
INSPECTION = r"(?:re-?)?inspection of (?:the )?"
ANNOUNCED = (  # where two kinds fit the same words, the first counts
    (Framework.JTAI, r"joint targeted area (?:re-?)?inspection"),
    (Framework.AREA_SEND_REVISIT, rf"{SEND} (?:re-?visit|interim visit|monitoring inspection){PARTNERSHIP}"),
    (
        Framework.AREA_SEND,
        rf"{SEND} (?:full )?(?:re-?)?inspection{PARTNERSHIP}|joint inspection of the local area",
    ),
    (
        Framework.MONITORING_VISIT,
        rf"{ORDINAL}monitoring {VISIT}|monitoring of .{{3,60}}? {CHILDRENS_SERVICES}",
    ),
    (Framework.FOCUSED_VISIT, rf"(?:COVID[- ]19 )?(?:focus+ed|assurance) {VISIT}"),
    (Framework.FOCUSED_VISIT, rf"visit to .{{3,80}}? {CHILDRENS_SERVICES}"),
    (Framework.SINGLE_INSPECTION, rf"{INSPECTION}services for children in need of help and protection"),
    (Framework.SAFEGUARDING, rf"{INSPECTION}safeguarding and (?:services for )?{LOOKED_AFTER}"),
    (Framework.CONTACT_AND_REFERRAL, r"(?:annual |unannounced )*inspection of (?:the )?contact, (?:re|a)\w+"),
    (Framework.CHILD_PROTECTION, rf"{INSPECTION}(?:local authority )?arrangements for the protection of"),
    (Framework.LOOKED_AFTER, rf"{INSPECTION}(?:services for )?{LOOKED_AFTER}"),
    (Framework.YOUTH_JUSTICE, r"(?:an |full |joint )*inspection of (?:the )?youth (?:justice|offending)"),
    (Framework.ILACS, rf"{INSPECTION}(?:.{{2,90}}? )?(?:local authority )?{CHILDRENS_SERVICES}"),
)
TITLES = tuple(  # "Focused visit to Stockport children's services"; it may run over lines
    (framework, re.compile("^(?:Ofsted[:’'s]* )?(?:" + words.replace(" ", r"\s") + ")", re.I | re.M | re.S))
    for framework, words in ANNOUNCED
)
WITHIN_TEXT = tuple((framework, re.compile(rf"\b(?:{words})", re.I)) for framework, words in ANNOUNCED)


def announcement(front: str) -> Announcement | None:
    """The first line of `front` that announces an inspection."""
    found = [
        Announcement(framework, match.start(), match.end())
        for framework, words in TITLES
        if (match := words.search(front))
    ]
    return min(found, key=lambda announced: announced.start, default=None)


def spoken_of(text: str) -> Framework:
    """The kind of inspection that `text` speaks of first."""
    found = [(match.start(), kind) for kind, words in WITHIN_TEXT if (match := words.search(text))]
    return min(found, key=lambda at: at[0], default=(0, Framework.OTHER))[1]
