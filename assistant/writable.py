"""Words from outside as Word documents and spreadsheets can hold them."""

UNWRITABLE = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF])  # XML has no such


def writable(words: str) -> str:
    """The words without the control characters that would make the file unreadable."""
    return words.translate(UNWRITABLE)
