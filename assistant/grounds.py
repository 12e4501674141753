"""The verdicts of the improvement tracker, and the grounds on which each is given."""

from enum import StrEnum


class Standing(StrEnum):
    """What a later document says of the matter. Where its words do not settle it, it is only mentioned."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    MENTIONED = "mentioned"
    NOT_MENTIONED = "not mentioned"


class Ground(StrEnum):
    """Why, for the reader."""

    IMPROVED = "inspectors say that it has improved"
    PARTLY = "inspectors say that it has improved, and find more to do"
    PRAISED = "inspectors now speak well of it"
    STILL = "inspectors still find it wanting"
    AGAIN = "it is asked for again"
    DECLINED = "inspectors say that it has declined"
    DIVIDED = "the findings go both ways"
    PLAIN = "it is spoken of, without a verdict that its words settle"
    DISTANT = "what is said comes close to the matter, perhaps not to the point"
    OTHER_SERVICE = "the inspection was of another service"
    OWN_WORD = "these are not the inspectors’ words"
    NOTHING = "no sentence on the matter was found"


VERDICTS = {
    Ground.IMPROVED: Standing.BETTER,
    Ground.PARTLY: Standing.BETTER,
    Ground.PRAISED: Standing.BETTER,
    Ground.STILL: Standing.SAME,
    Ground.AGAIN: Standing.SAME,
    Ground.DECLINED: Standing.WORSE,
    Ground.NOTHING: Standing.NOT_MENTIONED,
}
