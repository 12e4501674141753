"""How surely a sentence is on a claim's matter, and whether it leans towards the claim or against it."""

from math import exp, log

from assistant.comparing import Compared
from assistant.entailment import Entailed
from assistant.evidence import Stance
from assistant.find import Found

BEARS_FROM = 0.5  # strength, to bear a claim out
DENIES_FROM = 0.3  # strength, to speak against it: a denial is found less easily
BY_SCORE, BY_WORDS, BY_MODEL = 0.25, 2.0, 0.25  # what each tells of whether a sentence is on the same matter
MIDDLE, WORDS_MIDDLE = 1.0, 0.4  # of the reranker's logits, and of the share of words covered
FARTHEST, SUREST = 8.0, 0.99
BY_FOUND, BY_OPPOSED, BY_SHARES = 0.12, -2.0, 0.7  # of a logit: see `leaning`
DOUBT = 0.05  # added to the model's shares, so that two small ones are even
BORNE_OUT = 0.9  # the leaning from which a sentence bears a claim out
TOUCHED, EVEN = 0.1, 0.5  # with fewer of its words, the model must be even or better
DENIED = 0.0  # and below which it speaks against it
DENIED_SURELY = 0.6  # the model's share from which nothing is borne out, whatever the words say
FITS = 0.3  # what words may say against a sentence that bears it out
TOLD = 0.1  # the model's share without which agreement of words is only silence


def strength(found: Found, compared: Compared, entailed: Entailed) -> float:
    """How surely the sentence is on the claim's matter: by the reranker, the words, the entailment model."""
    concerned = max(1 - SUREST, min(SUREST, 1 - entailed.neither))
    logit = (
        BY_SCORE * (_score(found) - MIDDLE)
        + BY_WORDS * (compared.covered - WORDS_MIDDLE)
        + BY_MODEL * log(concerned / (1 - concerned))
    )
    return 1 / (1 + exp(-logit))


def leaning(found: Found, compared: Compared, entailed: Entailed) -> float:
    """Above 0 where the sentence bears the claim out rather than denies it: a logit. The reranker tells too:
    it scores a denial lower than its opposite. Fitted to the rewordings (benchmarks/README.md).
    """
    shares = log((entailed.bears_out + DOUBT) / (entailed.denies + DOUBT))
    return BY_FOUND * _score(found) + BY_OPPOSED * compared.opposed + BY_SHARES * shares


def stance(compared: Compared, entailed: Entailed, leans: float, sure: float) -> Stance | None:
    """`leans` and `sure` are the leaning and the strength. To bear a claim out takes more than to deny it."""
    if compared.missing:
        return None
    if compared.against or (compared.opposed > FITS and sure >= BEARS_FROM):
        return Stance.CONTRADICTS if sure >= BEARS_FROM else None
    if leans >= BORNE_OUT and entailed.denies < DENIED_SURELY:
        said = entailed.bears_out >= (TOLD if compared.covered >= TOUCHED else EVEN)
        return Stance.SUPPORTS if sure >= BEARS_FROM and said else None
    return Stance.CONTRADICTS if leans <= DENIED and sure >= DENIES_FROM else None


def _score(found: Found) -> float:
    return max(-FARTHEST, min(FARTHEST, found.score))
