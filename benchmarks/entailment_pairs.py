"""Pairs to train and measure the entailment model on: public ones, and ones made from sentences of reports.

A pair is (evidence, claim, label). Labels: 0 entails, 1 contradicts, 2 neither, 3 does not entail (1 or 2).
From a report's sentence come claims that say the same in other words, the opposite, or more than it says. The
wordings of the changes are not those of mutations.py, and neither the sentences: see `is_held_out`.
"""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

ENTAILS, CONTRADICTS, NEITHER, DOES_NOT_ENTAIL = range(4)
Pair = tuple[str, str, int]
PUBLIC = {"entailment": 0, "contradiction": 1, "neutral": 2, "not_entailment": 3}
FILES = (  # of the folder nli: how many pairs to take at most; every tenth pair is held out
    ("mnli_dev", 20_000),
    ("snli_dev", 9_000),
    ("docnli_binary_fever-nli_dev", 6_000),
    ("rte_train", 2_000),
)
LONGEST = 260  # characters of evidence
REWORDED = Path(__file__).with_name("reworded_pairs.jsonl")

SAME = (  # ways of saying the same; any may stand for another
    ("in a timely way", "promptly", "without delay", "in good time", "quickly", "on time"),
    ("children in care", "looked-after children", "cared-for children", "children the council looks after"),
    ("care leavers", "care-experienced young people", "young people leaving care",
    "young adults leaving care"),
    ("social workers", "social work staff", "practitioners"),
    ("the majority of", "most", "more than half of"),
    ("strong", "robust", "solid"), ("weak", "poor", "not strong enough"),
    ("has improved", "is better than before", "has got better", "has been strengthened"),
    ("have improved", "are better than before", "have got better", "have been strengthened"),
    ("is effective", "works well"), ("are effective", "work well"),
    ("is not effective", "is ineffective", "does not work well"),
    ("are not effective", "are ineffective", "do not work well"),
    ("not consistently", "inconsistently", "not always"), ("does not always", "sometimes fails to"),
    ("do not always", "sometimes fail to"), ("are not always", "are sometimes not"),
    ("is not always", "is sometimes not"), ("too many", "an excessive number of"),
    ("a small number of", "a few", "a handful of"), ("some", "several", "a number of"),
    ("need to", "must"), ("good quality", "of a good standard"), ("high quality", "of a high standard"),
    ("well supported", "given good support", "helped well"), ("benefit from", "are helped by", "gain from"),
    ("ensure", "make sure"), ("assist", "help"), ("purchase", "buy"),
    ("understand", "know", "have a grasp of"),
    ("delay", "hold-up", "drift"), ("delays", "hold-ups", "waits"), ("lack", "do not have", "are without"),
    ("lacks", "does not have", "is without"), ("insufficient", "not enough", "too little"),
    ("sufficient", "enough", "adequate"), ("increased", "gone up", "risen", "grown"),
    ("reduced", "fallen", "gone down", "come down"), ("senior leaders", "top managers", "leaders"),
    ("partner agencies", "partners", "other agencies"), ("regularly", "often", "frequently", "routinely"),
    ("rarely", "seldom", "not often"), ("appropriate", "suitable", "right"), ("thorough", "detailed", "full"),
    ("comprehensive", "wide-ranging", "thorough"), ("12 months", "a year"), ("placements", "homes"),
    ("emergency duty team", "out-of-hours service"), ("front door", "first point of contact"),
    ("high caseloads", "too many cases", "heavy workloads"), ("skilled", "capable", "expert"),
    ("committed", "dedicated"), ("swift", "quick", "prompt"), ("swiftly", "quickly", "fast"),
    ("parents", "mothers and fathers"), ("remains", "is still"), ("remain", "are still"),
    ("identified", "spotted", "recognised"), ("enable", "allow", "help"), ("enables", "allows", "helps"),
    ("opportunities", "chances"), ("difficulties", "problems"),
    ("unaccompanied asylum-seeking children", "UASC"),
    ("education, health and care plans", "EHC plans"), ("independent reviewing officers", "IROs"),
    ("because", "since", "as"), ("however", "but"), ("begin", "start"), ("often", "frequently"),
    ("multi-agency", "joint"), ("well-being", "welfare"), ("receive", "get"), ("obtain", "get"),
    ("progress", "headway"), ("previous inspection", "last inspection"), ("clear", "plain"),
    ("stable", "settled"), ("voice", "views"), ("views", "wishes"), ("assessment", "appraisal"),
)  # fmt: skip
OPPOSITE = (  # putting one for the other turns a sentence round
    ("promptly", "after long waits"), ("in a timely way", "late"), ("timely", "slow"), ("timely", "held up"),
    ("without delay", "after much delay"), ("swiftly", "with long hold-ups"), ("strong", "fragile"),
    ("strong", "weak"), ("robust", "thin"), ("strengths", "shortcomings"), ("strength", "shortcoming"),
    ("improved", "got worse"), ("improved", "declined"), ("improvement", "decline"),
    ("improving", "worsening"),
    ("strengthened", "weakened"), ("effective", "poor"), ("effective", "ineffective"),
    ("effectively", "badly"),
    ("consistent", "uneven"), ("consistently", "patchily"), ("inconsistent", "even"), ("variable", "uniform"),
    ("sufficient", "too little"), ("insufficient", "ample"), ("enough", "too little"), ("clear", "muddled"),
    ("appropriate", "unsuitable"), ("appropriately", "wrongly"), ("stable", "shifting"),
    ("stability", "churn"),
    ("accurate", "unreliable"), ("comprehensive", "thin"), ("thorough", "cursory"), ("detailed", "sketchy"),
    ("well", "badly"), ("well", "poorly"), ("good", "poor"), ("good", "weak"), ("poor", "good"),
    ("weak", "good"),
    ("high", "low"), ("low", "high"), ("skilled", "inexperienced"), ("ambitious", "timid"),
    ("manageable", "far too high"), ("too high", "manageable"), ("positive", "discouraging"),
    ("safe", "at risk"),
    ("safely", "unsafely"), ("increased", "fallen"), ("increasing", "falling"), ("reduced", "gone up"),
    ("reducing", "growing"), ("more", "fewer"), ("fewer", "more"), ("always", "seldom"),
    ("routinely", "rarely"),
    ("regularly", "only now and then"), ("regular", "rare"), ("rarely", "usually"), ("delays", "no hold-ups"),
    ("delay", "no hold-up"), ("delayed", "on time"), ("most", "few"), ("Most", "Few"), ("all", "hardly any"),
    ("All", "Hardly any"), ("majority", "minority"), ("many", "very few"), ("Many", "Very few"),
    ("too many", "hardly any"), ("Too many", "Hardly any"), ("Some", "No"), ("some", "no"),
    ("benefit", "suffer"),
    ("welcome", "resent"), ("praised", "criticised"), ("recognised", "ignored"), ("recognise", "overlook"),
    ("understand", "do not grasp"), ("supported", "let down"), ("successful", "failing"),
    ("successfully", "without success"), ("prevent", "cause"), ("before", "after"), ("early", "late"),
    ("permanent", "temporary"), ("limited", "extensive"), ("lack", "have plenty of"),
    ("lacks", "has plenty of"),
    ("included", "left out"), ("include", "leave out"), ("sensitive", "clumsy"), ("proactive", "passive"),
    ("meets", "misses"), ("met", "missed"), ("available", "hard to come by"), ("confident", "unsure"),
    ("underdeveloped", "well established"), ("embedded", "not yet in place"), ("highly valued", "neglected"),
    ("secure", "precarious"), ("first", "last"), ("quickly", "slowly"), ("gaps", "no gaps"),
)  # fmt: skip
GROUPS = (
    ("children in care", "children in need"), ("care leavers", "foster carers"),
    ("disabled children", "unaccompanied children"), ("children in need", "care leavers"),
    ("social workers", "personal advisers"), ("parents", "foster carers"), ("foster carers", "adopters"),
    ("young people", "parents"), ("police", "schools"), ("schools", "health services"),
    ("children who go missing", "children educated at home"), ("children", "parents"),
    ("social workers", "team managers"), ("personal advisers", "independent reviewing officers"),
)  # fmt: skip
ADDED = (
    "in {percent}% of cases", "within {count} weeks", "for the third year running",
    "at a cost of £{count} million",
    "more than anywhere else in the region", "for all {count}0 of them", "twice as fast as its neighbours",
    "since a new director took over", "thanks to a national grant", "in every school",
    "by recruiting {count} new staff", "after a complaint to the ombudsman", "as a court had ordered",
    "a rise of {percent}%", "down from {percent}%", "on average every {count} days", "using new software",
    "according to the chief constable", "in line with a peer review",
)  # fmt: skip
FRAMES = (
    "Inspectors found that {}", "In {year}, inspectors found that {}", "{place}: {}", "In {place}, {}",
    "The {year} inspection found that {}", "Ofsted reported in {year} that {}", "In {place} in {year}, {}",
    "At the {month} {year} inspection {}", "Our last inspection said that {}", "According to inspectors, {}",
    "By {month} {year}, {}", "It was found in {year} that {}", "Ofsted’s letter says {}", "We know that {}",
)  # fmt: skip
PLACES = (
    "Leeds",
    "Kent",
    "Bolton",
    "Dudley",
    "Essex",
    "Torbay",
    "Barnet",
    "Cumbria",
    "Salford",
    "Norfolk",
    "York",
)
MONTHS = ("January", "March", "May", "June", "July", "September", "November", "December")
AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|can|could|will|had)\b(?! (?:not|no)\b)(?!n't)", re.I)
NOT = re.compile(r"\b(?:not|never) (?:yet |always |consistently |routinely )?", re.I)
DO_NOT = re.compile(r"\b(?:do|does|did) not (?:yet |always |consistently |routinely )?", re.I)
TURNS = re.compile(r"[,;] (?:and|but|although|while|which|with|so that|enabling|ensuring|leading)\b.*$")
OPENING = re.compile(
    r"^(?:However|Consequently|As a result|In addition|Also|Furthermore|Therefore|Overall), ?", re.I
)
ASIDE = re.compile(r"^(?:When|Where|For|In|Since|Following|Although|While|Despite) [^,]{8,80}, (?=\w+ \w+)")
ADVERB = re.compile(r" (?:very|particularly|also|however|generally|clearly|highly|overall)\b", re.I)


def is_held_out(text: str) -> bool:
    """Every tenth, by its words; the same on every machine."""
    return sum(text.encode()) % 10 == 0


def public_pairs(bench: Path, held_out: bool) -> dict[str, list[Pair]]:
    """By file name. `bench` is the folder of public data."""
    found: dict[str, list[Pair]] = {}
    for name, most in FILES:
        rows = [json.loads(line) for line in (bench / "nli" / f"{name}.jsonl").open(encoding="utf-8")]
        pairs = [
            (row["premise"], row["hypothesis"], PUBLIC[row["label"]])
            for row in rows
            if row["label"] in PUBLIC
        ]
        pairs = [pair for pair in pairs if len(pair[0]) <= LONGEST and is_held_out(pair[0]) is held_out]
        found[name] = pairs[:most]
    return found


def written_pairs(
    found: dict[str, list[tuple[str, str]]], held_out: bool, chance: random.Random
) -> list[Pair]:
    """Claims in other words, written by a language model on sentences that no test set uses.

    `found` gives the (heading, sentence) of each document by its hash; each sentence is told by a few words.
    """
    pairs = []
    for line in REWORDED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        place = next((each for each in found.get(row["sha256"], ()) if row["phrase"] in each[1]), None)
        if place is None or is_held_out(row["phrase"]) is not held_out:
            continue
        for label, name in enumerate(("same", "changed", "neither")):
            heading, sentence = place
            evidence = f"{heading}. {sentence}" if heading and chance.random() < 0.5 else sentence
            pairs.append((evidence, framed(row[name], chance), label))
    return pairs


def report_pairs(
    sentences: list[tuple[str, str]], near: list[list[int]], chance: random.Random
) -> Iterator[Pair]:
    """`sentences` are (heading, sentence); `near` gives for each the places of others on a like matter."""
    for at, (heading, sentence) in enumerate(sentences):
        evidence = f"{heading}. {sentence}" if heading and chance.random() < 0.5 else sentence
        told = plainer(sentence, chance)
        same = reworded(told, chance)
        if same != sentence or chance.random() < 0.3:
            yield evidence, framed(same, chance), ENTAILS
        turned = turned_round(told, chance)
        if turned:
            yield evidence, framed(reworded(turned, chance, 0.4), chance), CONTRADICTS
            back = denied(turned, chance)
            if back and back != told and chance.random() < 0.25:
                yield evidence, framed(back, chance), ENTAILS
        no = denied(told, chance)
        if no and chance.random() < 0.6:
            yield evidence, framed(reworded(no, chance, 0.4), chance), CONTRADICTS
        yield from unsaid(evidence, told, chance)
        if near[at] and chance.random() < 0.7:
            other = sentences[chance.choice(near[at])]
            yield evidence, framed(plainer(other[1], chance), chance), NEITHER


def unsaid(evidence: str, told: str, chance: random.Random) -> Iterator[Pair]:
    """Claims that go beyond the evidence: another group, or a detail that it does not give."""
    kind = chance.random()
    if kind < 0.35:
        fitting = [(one, other) for one, other in GROUPS if re.search(rf"\b{one}\b", told, re.I)]
        if fitting:
            one, other = chance.choice(fitting)
            yield evidence, framed(swapped(told, one, other), chance), NEITHER
    elif kind < 0.65:
        extra = chance.choice(ADDED).format(percent=chance.randint(3, 97), count=chance.randint(2, 9))
        yield evidence, framed(f"{told.rstrip('.')}{chance.choice((' ', ', '))}{extra}.", chance), NEITHER
    elif number := re.search(r"\b\d{1,3}\b(?!\d)", told):
        wrong = str(int(number.group()) + chance.choice((-7, -2, 3, 11, 20)) or 1).lstrip("-")
        if wrong != number.group():
            yield evidence, framed(told[: number.start()] + wrong + told[number.end() :], chance), CONTRADICTS


def plainer(sentence: str, chance: random.Random) -> str:
    """The sentence without its opening, an aside or its last turn: what is left still follows from it."""
    told = OPENING.sub("", sentence)
    for form, likely in ((TURNS, 0.5), (ASIDE, 0.3), (ADVERB, 0.5)):
        shorter = form.sub("." if form is TURNS else "", told, count=1)
        if len(shorter.split()) >= 6 and chance.random() < likely:
            told = shorter
    return told[:1].upper() + told[1:]


def reworded(text: str, chance: random.Random, likely: float = 0.8) -> str:
    for ways in chance.sample(SAME, len(SAME)):
        held = next((way for way in ways if re.search(rf"\b{way}\b", text, re.I)), None)
        if held and chance.random() < likely:
            text = swapped(text, held, chance.choice([way for way in ways if way != held]))
    return text


def turned_round(text: str, chance: random.Random) -> str | None:
    fitting = [(one, other) for one, other in OPPOSITE if re.search(rf"\b{one}\b", text)]
    fitting += [(other, one) for one, other in OPPOSITE if re.search(rf"\b{other}\b", text)]
    if not fitting:
        return None
    return swapped(text, *chance.choice(fitting))


def denied(text: str, chance: random.Random) -> str | None:
    """With a negation put in, or the one it has taken out."""
    if DO_NOT.search(text):
        return DO_NOT.sub("", text, count=1)
    if NOT.search(text):
        return NOT.sub("", text, count=1)
    if AUXILIARY.search(text):
        return AUXILIARY.sub(rf"\1 {chance.choice(('not', 'not', 'never', 'no longer'))}", text, count=1)
    return None


def swapped(text: str, one: str, other: str) -> str:
    def put(found: "re.Match[str]") -> str:
        return other[:1].upper() + other[1:] if found.group()[:1].isupper() else other

    return re.sub(rf"\b{one}\b", put, text, count=1, flags=re.I)


def framed(claim: str, chance: random.Random) -> str:
    """As a paper would put it: half of the claims stand under words that say who found it, where and when."""
    if chance.random() < 0.5:
        return claim
    inner = claim[:1].lower() + claim[1:]
    return chance.choice(FRAMES).format(
        inner, year=chance.randint(2012, 2026), place=chance.choice(PLACES), month=chance.choice(MONTHS)
    )
