"""Who led an inspection."""

import re
from collections.abc import Iterable

NOT_IN_A_NAME = (
    r"(?!(?:Ofsted|Care|Quality|Commission|CQC|HMI|Her|His|Majesty|Inspectors?|Lead|Deputy|Team|Inspection"
    r"|Mr|Mrs|Ms|Miss|Dr|OBE|MBE|CBE|Senior|Regional|Regulatory|Additional|Associate|Social)\b)"
)
NAME_WORD = rf"\b{NOT_IN_A_NAME}[A-Z](?:\.|[\w’'-]{{1,30}})(?: ?- ?\w{{1,30}})?"
PARTICLE = rf"d[’']{NAME_WORD}|de|da|van|von|der|la|le|bin|al"
NAME = rf"(?P<name>{NAME_WORD}(?: +(?:{NAME_WORD}|{PARTICLE})){{1,4}})(?![\w’'-])"
FORM_OF_ADDRESS = r"(?:(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?|HMI|(?:Her|His) Majesty[’']s Inspector)[ ,]+)?"
AFTER_LABEL = re.compile(  # "Lead inspector: Mary Candlin HMI", "Reporting inspector Christopher Sands HMI"
    r"(?:(?i:(?<!deputy )(?<!CQC )\blead inspectors?(?: on[- ]site)?\s*:|^lead inspector\b[ |,–-]+"
    r"|\breporting inspector\b:?)\s*|\b[Ll]ead inspector was )"
    rf"{FORM_OF_ADDRESS}{NAME}(?!,? *(?:CQC|Care Quality))",
    re.MULTILINE,
)
AFTER_OTHER_CELLS = re.compile(  # "Reporting inspector 24 – 28 June 2013 Christopher Sands HMI"
    rf"\b[Rr]eporting inspector\b[\s\S]{{0,60}}?{NAME},? HMI\b"
)
BEFORE_LABEL = re.compile(  # "Sue Eastwood, Ofsted HMI Lead inspector", where a joint team is listed
    rf"{NAME}[\s,|(–-]*(?:(?:Ofsted|S?HMI|(?:Her|His) Majesty[’']s Inspector)\b[\s,|()–-]*)*"
    r"(?i:lead (?:inspector|HMI))\b"
)
LED_BY = re.compile(rf"\b(?:[Tt]his|[Tt]he) (?:inspection|(?:re-?)?visit) was led by {FORM_OF_ADDRESS}{NAME}")
WORTH_READING = re.compile(r"\b(?:lead|reporting)\s+(?:inspectors?|HMI)\b|\bwas led by\b", re.IGNORECASE)
LONGEST_PAGE = 20_000  # characters
SPACED_HYPHEN = re.compile(r" ?- ?")  # "Paula Thomson -Jones"


def lead_inspector(pages: Iterable[str]) -> str | None:
    """The lead inspector; the one of Ofsted's where the Care Quality Commission names one too."""
    for page in pages:
        text = page[:LONGEST_PAGE]
        if WORTH_READING.search(text) and (name := _led_here(text)):
            return SPACED_HYPHEN.sub("-", " ".join(name.split()))
    return None


def _led_here(text: str) -> str | None:
    found = (words.search(text) for words in (AFTER_LABEL, AFTER_OTHER_CELLS, BEFORE_LABEL, LED_BY))
    return next((match["name"] for match in found if match), None)
