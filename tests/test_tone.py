"""How a sentence speaks of a matter, and which matters it names. The sentences are our own."""

import pytest

from assistant.practice import matters, named, narrowest
from assistant.tone import Tone, tone


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Supervision is regular and thoughtful.", Tone.PRAISED),
        ("Supervision has improved since the last inspection.", Tone.IMPROVED),
        ("Supervision has been strengthened.", Tone.IMPROVED),
        ("Supervision has deteriorated since 2019.", Tone.DECLINED),
        ("There has been a decline in the quality of supervision.", Tone.DECLINED),
        ("Supervision is variable.", Tone.BLAMED),
        ("Supervision does not ensure that plans progress.", Tone.BLAMED),
        ("Supervision needs to improve further.", Tone.BLAMED),
        ("Supervision is an area for improvement.", Tone.BLAMED),
        ("Supervision is regular but is poorly recorded.", Tone.BOTH),
        ("Some social workers receive good supervision.", Tone.BOTH),
        ("Managers hold supervision in the town hall.", Tone.PLAIN),
        ("At that time supervision was judged to be weak.", Tone.PLAIN),
        ("When supervision is not held, managers respond promptly.", Tone.PRAISED),
        ("Supervision reduces delay.", Tone.PRAISED),
        ("Leaders are not aware of the decline in adoption, and supervision is effective.", Tone.BOTH),
    ],
)
def test_a_sentence_praises_or_blames_the_matter_it_names(sentence: str, found: Tone) -> None:
    about = frozenset(matter for matter in matters(sentence) if matter.name == "supervision")
    assert about
    assert tone(sentence, about) is found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The multi-agency safeguarding hub", {"front door"}),
        ("Pathway plans are late", {"pathway plans"}),
        ("Care plans are late", {"plans"}),
        ("Return home interviews", {"children who go missing"}),
        ("Interviews with children missing education", {"children missing education"}),
        ("16- and 17-year-olds who are homeless", {"homeless young people"}),
        ("A supervision order was made", set()),
        ("The Emergency Duty Team", {"out-of-hours service"}),
        ("Independent reviewing officers (IROs) challenge", {"independent reviewing officers"}),
    ],
)
def test_matters_are_known_by_the_words_of_reports(text: str, names: set[str]) -> None:
    assert {matter.name for matter in matters(text)} == names


def test_matters_stand_in_the_order_of_the_text() -> None:
    assert [matter.name for matter in named("Supervision, assessments and young carers")] == [
        "supervision",
        "assessments",
        "young carers",
    ]


def test_a_recommendation_is_about_the_narrowest_matters_it_names() -> None:
    found = matters("Ensure that children on child protection plans are offered independent advocacy")
    assert {matter.name for matter in narrowest(found)} == {"advocacy"}
