"""Makes the two sample briefings that are not written by hand: python -m documents.samples.make"""

import sys
from pathlib import Path

from documents.samples.deck import write_deck
from documents.samples.letter import write_letter

HERE = Path(__file__).parent


def make(folder: Path) -> list[Path]:
    """Write the PDF and the PPTX into `folder`: the same bytes each time, whatever the day."""
    letter = folder / "trafford-focused-visit-2018.pdf"
    deck = folder / "trafford-self-assessment-2018.pptx"
    write_letter(letter)
    write_deck(deck)
    return [letter, deck]


if __name__ == "__main__":
    for path in make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE):
        print(path)
