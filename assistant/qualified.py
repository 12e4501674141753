"""Findings that the next sentence takes back: 'However, this is not so for those who live elsewhere.'"""

import re

from assistant.contrasts import negates
from assistant.evidence import Quote
from assistant.statement import stated
from documents.sentences import sentences

TURN = re.compile(r"^(?:However|But|Nevertheless|Nonetheless|Despite this|Yet|Not all|This is not)\b")


def is_qualified(quote: Quote) -> bool:
    """Whether the sentence that follows in the passage turns against the quotation, by blame or denial."""
    text = quote.passage.text
    following = next((text[start:end] for start, end in sentences(text) if start >= quote.end), "")
    if not TURN.search(following):
        return False
    told = stated(following)
    return told.sign < 0 or any(negates(word.text) for word in told.words)
