"""How a sentence leans on a claim: 'supported' takes more than 'contradicted', and silence is neither."""

import pytest

from assistant.comparing import Compared
from assistant.entailment import Entailed
from assistant.evidence import Stance
from assistant.leaning import stance

SURE = 0.8
YES, NO, SILENT = Entailed(0.8, 0.1, 0.1), Entailed(0.1, 0.8, 0.1), Entailed(0.0, 0.0, 1.0)


@pytest.mark.parametrize(
    ("compared", "entailed", "leans", "sure", "found"),
    [
        (Compared(0.8, -1.0), YES, 2.0, SURE, Stance.SUPPORTS),
        (Compared(0.8, 1.0), NO, -2.0, SURE, Stance.CONTRADICTS),
        (Compared(0.8, 0.0), YES, 0.3, SURE, None),  # neither way far enough
        (Compared(0.2, 0.0), SILENT, 1.0, SURE, None),  # like it, but says nothing of it
        (Compared(0.8, 1.0), YES, 1.0, SURE, Stance.CONTRADICTS),  # its words say the opposite
        (Compared(0.8, -1.0), NO, 1.0, SURE, None),  # its words agree, and the model says that it denies
        (Compared(0.8, -1.0), YES, 2.0, 0.1, None),  # of another matter
        (Compared(0.8, -1.0, missing=("care leavers",)), YES, 2.0, SURE, None),
        (Compared(0.8, -1.0, against=("97%",)), YES, 2.0, SURE, Stance.CONTRADICTS),
    ],
)
def test_a_claim_is_borne_out_only_where_all_of_it_is(
    compared: Compared, entailed: Entailed, leans: float, sure: float, found: Stance | None
) -> None:
    assert stance(compared, entailed, leans, sure) is found
