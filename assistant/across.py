"""Answers across authorities: counted from the rows of judgements and recommendations."""

import re

from assistant import wording
from assistant.asking import Asking, Part
from assistant.evidence import Quote, whole
from assistant.facts import best, parts
from assistant.find import Found, find
from assistant.grades import AREAS, OVERALL, table
from assistant.likeness import shares
from assistant.lists import FILLER, MATCHED
from assistant.matter import matter
from documents.report import Source
from index.terms import written_out
from index.words import content_words

GRADES = (
    ("requires improvement to be good", re.compile(r"\brequir\w+ improvement\b", re.I)),
    ("outstanding", re.compile(r"\boutstanding\b", re.I)),
    ("inadequate", re.compile(r"\binadequate\b", re.I)),
    ("good", re.compile(r"\bgood\b", re.I)),
)
ASKED_TO_IMPROVE = re.compile(r"\b(?:improv\w+|recommend\w*|told|asked|fix)\b", re.I)
NEAR = 6.0  # how close the others must come to the best (logits)
ENOUGH = 0.0  # among so many documents something always comes near
SHOWN = 10  # quoted; the rest are counted
WRITTEN_OUT = 0.8  # the share of a written-out abbreviation that an item must hold
ASKS = ("else", "list", "besides", "handle", "make")


def counted(asking: Asking) -> list[Part]:
    question = asking.reading.question
    newest_first = list(reversed(asking.sources))
    grade = next((name for name, pattern in GRADES if pattern.search(question)), None)
    if grade:
        return _listed(asking, [hit for source in newest_first for hit in _graded(asking, source, grade)])
    if ASKED_TO_IMPROVE.search(question):
        return _listed(asking, _recommended(asking, newest_first))
    about = matter(asking.reading.topic)
    found = find(asking.library, about, asking.sources, opened=2 * SHOWN)
    return parts(best(asking, _one_each(found), most=SHOWN, near=NEAR, enough=ENOUGH))


def _one_each(found: list[Found]) -> list[Found]:
    """The best of each document, best first."""
    of: dict[str, Found] = {}
    for each in found:
        of.setdefault(each.quote.source.sha256, each)
    return list(of.values())


def _listed(asking: Asking, hits: list[Quote]) -> list[Part]:
    reports = len({quote.source.sha256 for quote in hits})
    if not hits:
        return []
    lead = wording.COUNTED.format(found=reports, looked=len(asking.sources))
    shown = [Part(wording.about(quote.source), (quote,)) for quote in hits[:SHOWN]]
    rest = [f"{wording.about(quote.source)}, page {quote.pages[0]}" for quote in hits[SHOWN:]]
    more = [Part(wording.ALSO_IN.format(rest="; ".join(dict.fromkeys(rest))), ())] if rest else []
    return [Part(lead, ()), *shown, *more]


def _graded(asking: Asking, source: Source, grade: str) -> list[Quote]:
    """The rows with this grade, of the areas named; an overall grade with its whole table."""
    named = [printed for asked, printed in AREAS if asked.search(asking.reading.question)]
    rows = asking.judgements(source)
    hits = [
        row
        for row in rows
        if row.grade == grade and (not named or any(printed.search(row.area) for printed in named))
    ]
    if not hits:
        return []
    if any(OVERALL.search(row.area) for row in hits) and (shown := table(asking, source, rows)):
        return [shown]
    passages = {span: passage for passage in asking.passages(source) for span in passage.spans}
    return [whole(passages[row.spans[0]], source) for row in hits if row.spans[0] in passages]


def _recommended(asking: Asking, sources: list[Source]) -> list[Quote]:
    """The items about the matter: that share its words, or hold one of its abbreviations written out."""
    about = matter(asking.reading.topic)
    items = [(source, passage) for source in sources for _, passage in asking.recommendations(source)]
    texts = [passage.text for _, passage in items]
    typed = " ".join(word for word in content_words(about) if word not in FILLER and word not in ASKS)
    enough = {typed: MATCHED} | dict.fromkeys(written_out(asking.library, about), WRITTEN_OUT)
    found = [[share >= least for share in shares(topic, texts)] for topic, least in enough.items()]
    matched = [any(matches) for matches in zip(*found, strict=True)]
    return [whole(passage, source) for (source, passage), told in zip(items, matched, strict=True) if told]
