"""The field's abbreviations: those the documents themselves write out, and beneath them the standard ones."""

import re
from collections import Counter

from documents.abbreviations import singular
from index import catalogue
from index.library import Library

SHORT = re.compile(r"\b[A-Z][A-Za-z&]*[A-Z]s?\b")  # "SGOs", "CiN", "EHCP"
STANDARD = {
    "ADHD": "attention deficit hyperactivity disorder",
    "ASYE": "assessed and supported year in employment",
    "CAMHS": "child and adolescent mental health services",
    "CCE": "child criminal exploitation",
    "CIN": "child in need",
    "CP": "child protection",
    "CQC": "Care Quality Commission",
    "CSC": "children's social care",
    "CSE": "child sexual exploitation",
    "DCS": "director of children's services",
    "DfE": "Department for Education",
    "DSL": "designated safeguarding lead",
    "EDT": "emergency duty team",
    "EET": "education, employment or training",
    "EHC": "education, health and care",
    "EHCP": "education, health and care plan",
    "EHE": "elective home education",
    "FGC": "family group conference",
    "HMI": "His Majesty's Inspector",
    "ICB": "integrated care board",
    "ICPC": "initial child protection conference",
    "ILACS": "inspection of local authority children's services",
    "IRO": "independent reviewing officer",
    "JTAI": "joint targeted area inspection",
    "LAC": "looked after children",
    "LADO": "local authority designated officer",
    "LSCB": "local safeguarding children board",
    "MARAC": "multi-agency risk assessment conference",
    "MASH": "multi-agency safeguarding hub",
    "NEET": "not in education, employment or training",
    "PA": "personal adviser",
    "PEP": "personal education plan",
    "PLO": "public law outline",
    "PWP": "placement with parents",
    "RAA": "regional adoption agency",
    "RHI": "return home interview",
    "SCR": "serious case review",
    "SEN": "special educational needs",
    "SENCo": "special educational needs coordinator",
    "SEND": "special educational needs and/or disabilities",
    "SGO": "special guardianship order",
    "UASC": "unaccompanied asylum-seeking children",
    "YOT": "youth offending team",
}


def long_forms(library: Library, short: str) -> list[str]:
    """What an abbreviation stands for: as the documents write it, most often first; else in the field."""
    with library.catalogue.reading() as db:
        counted = Counter(long.lower() for long in catalogue.long_forms(db, short))
    return [long for long, _ in counted.most_common(2)] or _standard(short)


def written_out(library: Library, question: str) -> list[str]:
    """The long forms of the abbreviations in `question`, and the short ones of what it writes out."""
    found = [long for short in SHORT.findall(question) for long in long_forms(library, singular(short))]
    lowered = question.lower()
    found += [short for short, long in STANDARD.items() if long.lower() in lowered]
    return list(dict.fromkeys(found))


def _standard(short: str) -> list[str]:
    by_letters = {known.lower(): long for known, long in STANDARD.items()}
    long = by_letters.get(short.lower())
    return [long] if long else []
