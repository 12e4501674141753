"""The groups of children and grown-ups whom findings are about: a finding on one says nothing of another."""

import re
from collections import Counter
from functools import lru_cache

CHILDREN = {
    "children in care": r"child(?:ren)?(?: and young people)? (?:in|entering|coming into) care"
    r"|looked[- ]after|\bcared[- ]for\b|\b(?:the )?council looks after|in foster care|(?-i:\b(?:CLA|LAC)\b)",
    "care leavers": r"care[- ]?leavers?|care[- ]experienced|leav(?:e|ing) care|left care|leaving-care",
    "children in need": r"child(?:ren)? in need(?! of)|(?-i:\bCIN\b)|section 17",
    "children on protection plans": r"child(?:ren)? protection(?! (?:enquir|investigat|agenc))"
    r"|protection plans?",
    "disabled children": r"disabled|disabilit(?:y|ies)|(?-i:\bSEND\b)|special educational needs",
    "unaccompanied children": r"unaccompanied|asylum|(?-i:\bUASC\b)",
    "privately fostered children": r"private(?:ly)? foster",
    "missing children": r"(?:goes?|going|gone|went|who (?:are|were)) missing"
    r"|missing (?:child|young|from|episode)|return home|run(?:ning)? away",
    "children missing education": r"missing (?:from |out on )?(?:education|school)",
    "children educated at home": r"home[- ]educat|educated at home|elective(?:ly)? home",
    "adopted children": r"adopted|for adoption|(?:to be|being|are) adopt|adoptive placement",
    "young carers": r"young carers?",
    "homeless young people": r"homeless",
    "young people who offend": r"offend|youth justice|in custody|youth offending|(?-i:\bYOT\b)",
    "babies": r"unborn|pre-birth|\bbabies\b|\binfants?\b",
    "children at risk of exploitation": r"exploit|(?-i:\bCSE\b)|\bgangs?\b|county lines",
    "children living with domestic abuse": r"domestic (?:abuse|violence)",
    "children in early help": r"early help",
    "children in children’s homes": r"children[’']s homes?|residential (?:care|homes?)",
    "children with a plan for special education": r"EHC plans?|EHCPs?|education, health and care plans?",
}
GROWN_UPS = {
    "foster carers": r"foster(?:ing)? (?:carers?|famil\w*|parents)",
    "adopters": r"adopters?|adoptive (?:parents?|famil\w*)",
    "connected carers": r"connected (?:carers?|persons?)|kinship|special guardian|(?-i:\bSGOs?\b)"
    r"|family and friends",
    "parents": r"\bparents?\b(?! agenc)|\bmothers?\b|\bfathers?\b|\bfamilies\b",
    "social workers": r"social workers?",
    "personal advisers": r"personal advis[eo]rs?|(?-i:\bPAs?\b)",
    "reviewing officers": r"reviewing officers?|(?-i:\bIROs?\b)",
    "police": r"\bpolice\b",
    "schools": r"\bschools\b|\bteachers?\b",
    "health services": r"\bhealth (?:services?|visitors?|professionals?|staff)\b|\bnurses?\b|(?-i:\bGPs?\b)",
}
GROUPS = CHILDREN | GROWN_UPS
OF_INSPECTION = re.compile(  # "the 2024 SEND inspection": what was inspected, not whom the finding is about
    r"\b(?:(?-i:SEND)|special educational needs[^,.;]{0,20}|domestic abuse|exploitation|youth justice)"
    r" (?:re-?)?(?:inspections?|visits?|JTAI|joint targeted area inspection)\b",
    re.IGNORECASE,
)
PATTERNS = {name: re.compile(rf"(?:{form})", re.IGNORECASE) for name, form in GROUPS.items()}
KINDS = (frozenset(CHILDREN), frozenset(GROWN_UPS))


@lru_cache(maxsize=16_384)  # a tracker asks of the same sentences for each recommendation
def groups(text: str) -> frozenset[str]:
    """The names, from GROUPS, of those the text is about."""
    told = OF_INSPECTION.sub(" ", text)
    return frozenset(name for name, form in PATTERNS.items() if form.search(told))


def exchanged(claim: str, sentence: str) -> tuple[str, ...]:
    """Groups that the claim names in the place of others that the sentence names, in order of their names."""
    return _put_for(Counter(groups(claim)), Counter(groups(sentence)))


def exchanged_once(claim: str, sentence: str) -> tuple[str, ...]:
    """The same where both are almost one text, so that it counts how often each names a group."""
    return _put_for(_mentions(claim), _mentions(sentence))


def _put_for(ours: Counter[str], theirs: Counter[str]) -> tuple[str, ...]:
    put, gone = ours - theirs, theirs - ours
    return tuple(sorted(name for kind in KINDS if kind & gone.keys() for name in kind & put.keys()))


def _mentions(text: str) -> Counter[str]:
    told = OF_INSPECTION.sub(" ", text)
    return Counter({name: len(form.findall(told)) for name, form in PATTERNS.items()})
