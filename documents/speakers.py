"""Who speaks in a document: an inspectorate, a council, the press, the government."""

import re

from documents.frameworks import Announcement
from documents.parts import Parts
from documents.report import Speaker

INSPECTORATES_FORM = re.compile(  # what an inspectorate's report or letter shows on its first page
    r"^(?:Dear\b|(?:Inspection|Visit) dates?\b|Report published|Local area partnership report)"
    r"|\bThis letter (?:summarises|contains|sets out|outlines)|\bOfsted produces this report"
    r"|\bHM Inspectorate of Probation\b",
    re.IGNORECASE | re.MULTILINE,
)
LED = re.compile(r"^(?:lead|reporting) inspector\b", re.IGNORECASE | re.MULTILINE)
HEAD = 600  # characters, of a letterhead and what stands beside it
LETTERHEAD = re.compile(
    r"Piccadilly Gate|Aviation House|Alexandra House|enquiries@ofsted|^Ofsted$", re.MULTILINE
)
IMPRINT = re.compile(r"Office for Standards in Education, Children[’']s Services and Skills")
GOVERNMENT = re.compile(
    r"^(?:Department for Education|Department of Health|Ministry of |HM Government|Secretary of State)"
    r"|^.{0,60}\b(?:statutory (?:direction|guidance)|improvement notice|commissioner[’']s (?:report|review))",
    re.IGNORECASE | re.MULTILINE,
)
COUNCILS_REPORT = re.compile(
    r"^(?:report (?:of|to|by|from)\b.{0,80}(?:director|cabinet|committee|council|executive)|agenda item\b"
    r"|.{0,60}(?:scrutiny|overview) (?:committee|panel)$|cabinet member *:"
    r"|produced by the (?:authority|council)\b)",
    re.IGNORECASE | re.MULTILINE,
)
COUNCILS_HEAD = re.compile(r"^.{0,50}\bcouncil$", re.IGNORECASE | re.MULTILINE)  # "TRAFFORD COUNCIL"
COUNCILS_SITE = re.compile(r"\b(?:council|borough|city of|local offer)\b", re.IGNORECASE)
SELF_ASSESSMENT = re.compile(r"\bself[- ]?(?:assessment|evaluation)\b", re.IGNORECASE)
PRESS = tuple(
    re.compile(words, re.IGNORECASE | re.MULTILINE)
    for words in (
        r"\b(?:said|told|says|added)\b.{0,30}\b(?:Ofsted|report|inspectors?|reporters?|BBC|Press)\b",
        r"\b(?:inspectors?|report|Ofsted)(?: has| have)? (?:said|added|concluded|stated|warned|praised)\b",
        r"\bspokes(?:person|man|woman)\b",
        r"\bread (?:more|full story|next|also)\b|\breadmore\b|\bsee also\b",
        r"\bnewsletters?\b|\bsubscribe\b|\bsign up\b",
        r"\brelated (?:posts|articles|stories|news)\b|\bshare this\b|\bmore news\b|\blatest news\b",
        r"^by [A-Z][\w’'-]+ [A-Z]|\breporter\b|\b(?:chief )?editor (?:at|of)\b",
    )
)
PRESS_SIGNS = 2  # a council's own paper may have one of them


def speaker_of(parts: Parts, announced: Announcement | None, title: str) -> Speaker:
    """By the surest sign first: the form of an inspectorate's report, then whose site, then whose manner."""
    if (announced and INSPECTORATES_FORM.search(parts.front)) or LED.search(parts.front):
        return Speaker.INSPECTORATE
    if parts.site and (speaker := _of_site(parts.site, parts.front)):
        return speaker
    if LETTERHEAD.search(parts.front[:HEAD]):
        return Speaker.INSPECTORATE
    press = sum(bool(sign.search(parts.whole)) for sign in PRESS) >= PRESS_SIGNS
    if COUNCILS_REPORT.search(parts.front) or (SELF_ASSESSMENT.search(title) and not press):
        return Speaker.COUNCIL
    if GOVERNMENT.search(parts.front[:HEAD]):
        return Speaker.GOVERNMENT
    if press:
        return Speaker.PRESS
    if IMPRINT.search(parts.end):
        return Speaker.INSPECTORATE
    return Speaker.COUNCIL if COUNCILS_HEAD.search(parts.front[:HEAD]) else Speaker.OTHER


def _of_site(site: str, front: str) -> Speaker | None:
    if "ofsted" in site.lower() or "care quality commission" in site.lower():
        return Speaker.INSPECTORATE
    if site.upper() == "GOV.UK":
        return Speaker.INSPECTORATE if "Ofsted" in front[:HEAD] else Speaker.GOVERNMENT
    return Speaker.COUNCIL if COUNCILS_SITE.search(site) else None
