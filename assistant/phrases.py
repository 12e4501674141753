"""Whether words hold a phrase, however lines, hyphens and quotation marks were set."""

import unicodedata

ENOUGH_WORDS = 0.9  # of a phrase of several words, found in any order: a word may be broken over a line
SEVERAL = 6
INVISIBLE = dict.fromkeys(map(ord, "\ufffe\u00ad"), "")
PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-"})


def letters(text: str) -> str:
    """Its letters and figures alone, small and without accents."""
    parts = unicodedata.normalize("NFKD", text).lower()
    return "".join(letter for letter in parts if letter.isascii() and letter.isalnum())


def holds(text: str, phrase: str) -> bool:
    """Whether the phrase stands in the text; a long one also where nearly all its words do."""
    if letters(phrase) in letters(text):
        return True
    wanted, there = _words(phrase), set(_words(text))
    return len(wanted) >= SEVERAL and sum(word in there for word in wanted) >= ENOUGH_WORDS * len(wanted)


def _words(text: str) -> list[str]:
    return text.translate(INVISIBLE).translate(PLAIN).lower().split()
