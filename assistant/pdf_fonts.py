"""The typeface of the PDFs we make, and which characters it can show.

DejaVu Sans lies inside matplotlib's package, under a free licence that lets it be embedded. It has Latin,
Greek and Cyrillic letters, punctuation, arrows and bullets. What it lacks stands as its code.
"""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

from assistant.pack import code, printable

FAMILY = "DejaVuSans"
FACES = {"DejaVuSans": "DejaVuSans.ttf", "DejaVuSans-Bold": "DejaVuSans-Bold.ttf"}
FROM_THE_RIGHT = ("R", "AL")  # Hebrew and Arabic letters: nothing here would set them in their order
JOINED_ABOVE = ("NSM",)  # accents that stand by themselves would be set beside their letter


def shown(words: str) -> str:
    """`words` with each character that this typeface cannot show as its code: '⟨U+4E2D⟩'.

    A letter and its accent written apart are one character to a reader, and are set as that.
    """
    whole = unicodedata.normalize("NFC", printable(words))
    return "".join(each if _has(each) else code(each) for each in whole)


def is_whole(words: str) -> bool:
    """Whether every character is shown as it is."""
    return shown(words) == unicodedata.normalize("NFC", words)


@cache
def registered() -> str:
    """The name of the family, known to reportlab from now on."""
    import matplotlib

    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    for name, file in FACES.items():
        registerFont(TTFont(name, folder / file))
    registerFontFamily(
        FAMILY, normal=FAMILY, bold=f"{FAMILY}-Bold", italic=FAMILY, boldItalic=f"{FAMILY}-Bold"
    )
    return FAMILY


@cache
def _has(character: str) -> bool:
    if character in "\n ":
        return True
    if unicodedata.bidirectional(character) in (*FROM_THE_RIGHT, *JOINED_ABOVE):
        return False
    return all(ord(character) in face.charToGlyph for face in _faces())


@cache
def _faces() -> tuple[Any, ...]:
    from reportlab.pdfbase.pdfmetrics import getFont

    registered()
    return tuple(getFont(name).face for name in FACES)
