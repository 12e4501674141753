"""The days on which the inspectors were there."""

import pytest

from documents.frameworks import Framework
from documents.inspected import inspected, told_by_length
from documents.report import ReportDate, date_from_iso

LETTER = ReportDate(2020, 1, 24)


@pytest.mark.parametrize(
    "written",
    [
        "Inspection dates: 5 to 16 December 2019",
        "Inspection date: 5 December 2019 – 16 December 2019",
        "Inspection dates:\n5 to 16 December 2019\nReporting inspector",
        "Inspection dates | 5 to 16 December 2019",
        "Inspection dates: Reporting inspector\n5 – 16 December 2019 Ada Lovelace HMI",
        "Dates of inspection: 5 to 16 December 2019",
        "Visit dates: 5 to 16 December 2019",
        "This letter sums up the visit to Leeds on 5 and 16 December 2019.",
        "Between 5 December and 16 December 2019, Ofsted and others inspected the area.",
        "This inspection took place from 5 to 16 December 2019. It was carried out by two inspectors.",
        "The visit to Leeds, the first since the inspection of 3 to 14 June 2018, was on 5 to 16 December.",
        "Following your letter of 3 October 2019, I write about the visit on 5 to 16 December 2019.",
        "The service was judged inadequate on 2 May 2018.\nThe visit was on 5 to 16 December 2019.",
    ],
)
def test_the_days_are_found_by_their_label_or_in_the_sentence_that_tells_of_them(written: str) -> None:
    assert inspected(written, written, LETTER) == (date_from_iso("2019-12-05"), date_from_iso("2019-12-16"))


@pytest.mark.parametrize(
    "written",
    [
        "Dates of previous inspection: 28 February to 4 March 2019",
        "The previous full inspection was on 19 March 2018. There was no revisit.",
        "The last visit, which I published on 3 May 2019, was short.",
        "The council held its meeting on 3 May 2019.",
        "Inspectors visited 12 homes and met 30 children.",
    ],
)
def test_days_of_something_else_are_not_taken_for_them(written: str) -> None:
    assert inspected(written, written, LETTER) is None


@pytest.mark.parametrize(
    ("first", "last", "framework"),
    [
        ("2019-03-04", "2019-03-08", Framework.ILACS_SHORT),
        ("2022-11-21", "2022-12-02", Framework.ILACS_STANDARD),
        ("2019-06-03", "2019-06-19", Framework.ILACS_STANDARD),
        ("2022-12-05", "2023-02-15", Framework.ILACS),  # broken off and taken up again
    ],
)
def test_a_short_inspection_is_told_from_a_standard_one_by_its_length(
    first: str, last: str, framework: Framework
) -> None:
    assert told_by_length(Framework.ILACS, (date_from_iso(first), date_from_iso(last))) is framework


def test_only_an_ilacs_inspection_is_told_by_its_length() -> None:
    days = (ReportDate(2019, 3, 4), ReportDate(2019, 3, 8))
    assert told_by_length(Framework.AREA_SEND, days) is Framework.AREA_SEND
    assert told_by_length(Framework.ILACS, None) is Framework.ILACS
