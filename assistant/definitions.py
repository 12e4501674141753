"""Answers that say what a term stands for: where the documents write it out."""

from assistant.asking import Asking, Part
from assistant.evidence import Quote
from assistant.facts import best, parts
from assistant.find import find
from documents.abbreviations import abbreviations, singular
from documents.report import Passage, Source
from documents.sentences import sentences
from index import catalogue
from index.terms import SHORT

MOST = 2


def defined(asking: Asking) -> list[Part]:
    """The sentence that writes the term out, in the documents asked about or else in any other."""
    quotes = [
        quote for short in SHORT.findall(asking.reading.topic) for quote in _defining(asking, singular(short))
    ]
    if quotes and not asking.reading.authorities:
        return parts(quotes)
    found = find(asking.library, asking.reading.topic, asking.sources)
    more = [with_the_one_before(quote) for quote in best(asking, found, most=1)]
    return parts([*quotes, *(quote for quote in more if quote not in quotes)])


def with_the_one_before(quote: Quote) -> Quote:
    """With the sentence before it, which often says what the next one names: 'in these “staffed houses”'."""
    before = [start for start, _ in sentences(quote.passage.text) if start < quote.start][-1:]
    return Quote(quote.passage, quote.source, min([quote.start, *before]), quote.end)


def _defining(asking: Asking, short: str) -> list[Quote]:
    with asking.library.catalogue.reading() as db:
        passages = catalogue.defining(db, short)
    chosen = {source.sha256: source for source in asking.sources}
    ours = [passage for passage in passages if passage.sha256 in chosen]
    found = [_sentence(passage, chosen[passage.sha256], short) for passage in ours]
    return list(dict.fromkeys(found))[-MOST:]


def _sentence(passage: Passage, source: Source, short: str) -> Quote:
    at = next(found.end for found in abbreviations(passage.text) if found.short.lower() == short.lower())
    start, end = next(span for span in sentences(passage.text) if span[0] < at <= span[1])
    return Quote(passage, source, start, end)
