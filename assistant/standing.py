"""How a matter that inspectors once asked to improve stands in a later document, and by which words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence import Quote
from assistant.grounds import VERDICTS, Ground, Standing
from assistant.inspections import AREA
from assistant.same_matter import LONGEST, Spoken, spoken
from assistant.tone import Tone, tone
from assistant.topics import SEND, Topic
from documents.frameworks import Framework
from documents.report import Passage, Source, Speaker
from documents.sentences import sentences

LEANS = re.compile(  # on the sentence before it
    r"^(?:This|These|Those|It|They|Their|Such|However|But|As a result|Consequently|Therefore|For others)\b"
)
SURE = -6.0  # logits: what comes less near to the recommendation is not judged
FLOOR = -10.0  # what comes less near than this is not about it
NEAR = 4.0  # of the best on the same matter: what comes further behind is left out
SHOWN = 2  # quotations
WELL, ILL = (Tone.IMPROVED, Tone.PRAISED), (Tone.BLAMED, Tone.BOTH)


@dataclass(frozen=True, slots=True)
class Stood:
    """How the matter stands in a document, why, and the words, the weightiest first."""

    source: Source
    ground: Ground
    quotes: tuple[Quote, ...] = ()

    @property
    def standing(self) -> Standing:
        return VERDICTS.get(self.ground, Standing.MENTIONED)


def stood(asked: Topic, asked_in: Source, source: Source, passages: Sequence[Passage]) -> Stood:
    """What `source` says of a matter that was asked for in `asked_in`."""
    rows = [row for row in spoken(asked, source, passages) if row.asks or row.score >= FLOOR]
    every = [(row, tone(row.quote.words, row.shared)) for row in rows]
    told = [pair for pair in every if pair[0].asks or _is_near(pair[0], rows)]
    ground = _ground(told) if told else Ground.NOTHING
    if ground is Ground.PRAISED and any(row.leads and each in ILL for row, each in every):
        ground, told = Ground.DIVIDED, every  # praise is believed only where nothing speaks against it
    if ground in (Ground.IMPROVED, Ground.PARTLY, Ground.PRAISED, Ground.STILL, Ground.DECLINED):
        ground = _bounded(ground, told, asked, (asked_in, source))
    return Stood(source, ground, _shown(told, ground))


def _is_near(row: Spoken, rows: list[Spoken]) -> bool:
    """Whether it is among the best on one of the matters it shares."""
    best = [
        max(each.score for each in rows if matter in each.shared and not each.asks) for matter in row.shared
    ]
    return any(row.score >= one - NEAR for one in best)


def _ground(told: list[tuple[Spoken, Tone]]) -> Ground:
    """Words of change decide before praise and blame; only what is said of the matter itself counts."""
    tones = {each for row, each in told if row.leads and not row.asks}
    if Tone.DECLINED in tones:
        return Ground.DECLINED
    if any(row.asks for row, _ in told):
        return Ground.AGAIN
    more_to_do = tones & set(ILL)
    if Tone.IMPROVED in tones:
        return Ground.PARTLY if more_to_do else Ground.IMPROVED
    if Tone.PRAISED in tones:
        return Ground.DIVIDED if more_to_do else Ground.PRAISED
    if Tone.BLAMED in tones:
        return Ground.STILL
    return Ground.DIVIDED if Tone.BOTH in tones else Ground.PLAIN


def _bounded(
    ground: Ground, told: list[tuple[Spoken, Tone]], asked: Topic, sources: tuple[Source, Source]
) -> Ground:
    """The ground, unless the later document may not judge the matter or comes not near enough to it."""
    asked_in, source = sources
    if source.speaker is not Speaker.INSPECTORATE:
        return Ground.OWN_WORD
    if _service(source) is not _service(asked_in):
        return Ground.OTHER_SERVICE
    judging = [row for row, each in told if each is not Tone.PLAIN]
    covered = {matter for row in judging for matter in row.shared}
    sure = any(is_sure(row) for row in judging) and 2 * len(covered) >= len(asked.matters)
    return ground if sure else Ground.DISTANT


def _service(source: Source) -> Framework | None:
    """Which service was inspected: None for the council's children's services."""
    framework = Framework.AREA_SEND if source.framework in SEND else source.framework
    return framework if framework in AREA else None


def is_sure(row: Spoken) -> bool:
    """Whether it is near enough to judge by: in score, or naming one narrow matter and no other."""
    return row.score >= SURE or row.sole


def _shown(told: list[tuple[Spoken, Tone]], ground: Ground) -> tuple[Quote, ...]:
    """The words that bear the ground out; where there are two sides to it, the best of each."""
    asks = [row for row, _ in told if row.asks]
    findings = sorted([pair for pair in told if not pair[0].asks], key=lambda pair: not pair[0].leads)
    found = {wanted: [row for row, each in findings if each is wanted] for wanted in Tone}
    well = found[Tone.IMPROVED] + found[Tone.PRAISED]
    ill = found[Tone.BLAMED] + found[Tone.BOTH]
    rest = [row for row, _ in findings]
    rows = {
        Ground.DECLINED: found[Tone.DECLINED] + asks,
        Ground.AGAIN: asks[:1] + ill[:1] + rest[:1],
        Ground.IMPROVED: well,
        Ground.PARTLY: well[:1] + ill[:1],
        Ground.PRAISED: well,
        Ground.STILL: ill,
        Ground.DIVIDED: well[:1] + ill[:1] + ill[1:],
    }.get(ground, rest)
    return tuple(_apart([_with_lead(row.quote) for row in rows or rest])[:SHOWN])


def _with_lead(quote: Quote) -> Quote:
    """The quotation with the sentence that it leans on: 'This means that …' says nothing alone."""
    earlier = [span for span in sentences(quote.passage.text) if span[1] <= quote.start]
    if not LEANS.match(quote.words) or not earlier or quote.end - earlier[-1][0] > LONGEST:
        return quote
    return Quote(quote.passage, quote.source, earlier[-1][0], quote.end)


def _apart(quotes: list[Quote]) -> list[Quote]:
    """Without those that say over again what one before them says."""
    kept: list[Quote] = []
    for quote in quotes:
        if not any(
            one.passage.id == quote.passage.id and one.start < quote.end and quote.start < one.end
            for one in kept
        ):
            kept.append(quote)
    return kept
