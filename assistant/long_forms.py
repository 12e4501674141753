"""Abbreviations of the field written out, so that 'SGOs' and 'special guardianship orders' compare."""

from documents.abbreviations import singular
from index.terms import SHORT, STANDARD

BY_LETTERS = {short.lower(): long for short, long in STANDARD.items()}


def in_full(text: str) -> str:
    """The text with the abbreviations of the field written out; others stay."""
    return SHORT.sub(lambda found: BY_LETTERS.get(singular(found.group()).lower(), found.group()), text)
