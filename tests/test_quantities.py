"""How much and how many: figures and proportions in their units."""

import pytest

from assistant.quantities import agrees, figures, share


@pytest.mark.parametrize(
    ("claimed", "written", "agreed"),
    [
        ("a year", "12 months", True),
        ("one in ten", "10%", True),
        ("more than 80%", "85%", True),
        ("fewer than 20 children", "22 children", False),
        ("97%", "67%", False),
        ("three weeks", "three months", False),
    ],
)
def test_figures_are_compared_in_their_units(claimed: str, written: str, agreed: bool) -> None:
    assert agrees(figures(claimed)[0], figures(written)[0]) is agreed


@pytest.mark.parametrize(
    ("claimed", "written", "steps"),
    [
        ("All children are seen.", "Not all children are seen.", 5),
        ("Some children wait.", "Not all children are seen at once.", 0),
        ("Most plans are good.", "The majority of plans are good.", 0),
        ("Few plans are good.", "Almost all plans are good.", 4),
    ],
)
def test_proportions_lie_on_one_scale(claimed: str, written: str, steps: float) -> None:
    ours, theirs = share(claimed), share(written)
    assert ours is not None
    assert theirs is not None
    assert abs(ours - theirs) == steps
