"""The kinds of inspection."""

import pytest

from documents.frameworks import Framework, announcement, spoken_of

ANNOUNCED = [
    ("Inspection of Trafford local authority children’s services", Framework.ILACS),
    ("Inspection of the Isle of Wight local authority children's services", Framework.ILACS),
    ("Inspection of children’s social care services", Framework.ILACS),
    ("Inspection of local authority children’s services", Framework.ILACS),
    ("Focused visit to Stockport Metropolitan Borough children's services", Framework.FOCUSED_VISIT),
    ("Ofsted focused visit to North Somerset children’s services", Framework.FOCUSED_VISIT),
    ("COVID-19 focused visit to Leeds City Council children’s services", Framework.FOCUSED_VISIT),
    ("Monitoring visit of Torbay local authority children’s services", Framework.MONITORING_VISIT),
    ("Fourth monitoring visit to Bradford children’s services", Framework.MONITORING_VISIT),
    (
        "Inspection of services for children in need of help and protection, children looked after",
        Framework.SINGLE_INSPECTION,
    ),
    (
        "Re-inspection of services for children in need of help and protection, children looked after",
        Framework.SINGLE_INSPECTION,
    ),
    ("Inspection of safeguarding and looked after children services", Framework.SAFEGUARDING),
    ("Inspection of safeguarding and looked after\nchildren services", Framework.SAFEGUARDING),
    ("Inspection of looked after children services", Framework.LOOKED_AFTER),
    ("Inspection of services for looked after children", Framework.LOOKED_AFTER),
    ("Inspection of local authority arrangements for the protection of children", Framework.CHILD_PROTECTION),
    (
        "Annual unannounced inspection of contact, referral and assessment arrangements within Wigan",
        Framework.CONTACT_AND_REFERRAL,
    ),
    ("Area SEND inspection of Trafford Local Area Partnership", Framework.AREA_SEND),
    ("Joint local area SEND inspection in Trafford", Framework.AREA_SEND),
    ("Joint area SEND revisit in Suffolk", Framework.AREA_SEND_REVISIT),
    ("Area SEND monitoring inspection of Oldham Local Area Partnership", Framework.AREA_SEND_REVISIT),
    ("Joint targeted area inspection of Bedford", Framework.JTAI),
    (
        "Joint targeted area inspection of the multi-agency response to domestic abuse in Durham",
        Framework.JTAI,
    ),
    ("An inspection of youth justice services in Oldham", Framework.YOUTH_JUSTICE),
]


@pytest.mark.parametrize(("title", "framework"), ANNOUNCED)
def test_a_report_announces_its_framework_in_its_title(title: str, framework: Framework) -> None:
    announced = announcement(f"5 May 2015\nDear colleague\n{title}\nThe visit went well.")
    assert announced is not None
    assert announced.framework is framework


def test_the_first_title_counts_and_not_a_later_heading() -> None:
    front = (
        "Inspection of Leeds local authority children’s services\nMonitoring visit\nFocused visit to Leeds"
    )
    announced = announcement(front)
    assert announced is not None
    assert announced.framework is Framework.ILACS


def test_an_inspection_spoken_of_in_a_sentence_is_not_announced() -> None:
    assert announcement("Ofsted told us that the focused visit to Trafford would be in July.") is None


def test_the_kind_of_inspection_that_a_text_speaks_of_is_told() -> None:
    assert spoken_of("It sums up the focused visit to Trafford.") is Framework.FOCUSED_VISIT
    assert spoken_of("It sums up the budget.") is Framework.OTHER
