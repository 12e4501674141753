"""The stretch of time that a person asks about."""

import pytest

from assistant.between import Between, between
from documents.problem import KnownProblem
from documents.report import ReportDate


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        ("", "", 0, 99_999_999),
        ("2019", "", 20190101, 99_999_999),
        (" March 2019 ", "8 March 2019", 20190301, 20190308),
        ("2018-03", "2019-02-01", 20180301, 20190201),
        ("", "18/04/2021", 0, 20210418),
    ],
)
def test_either_end_may_be_a_year_a_month_a_day_or_open(
    since: str, until: str, first: int, last: int
) -> None:
    found = between(since, until)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("words", ["soon", "31 February 2019", "2019-13", "March 2019 or so", "0"])
def test_what_is_no_date_is_refused_with_the_way_to_write_one(words: str) -> None:
    with pytest.raises(KnownProblem, match="Write it like 2019, March 2019 or 8 March 2019"):
        between("", words)


def test_dates_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(KnownProblem, match=r"The first date \(2020\) is later than the last \(March 2019\)"):
        between("2020", "March 2019")


def test_a_date_that_may_lie_within_is_held_and_an_unknown_one_only_where_none_is_asked_for() -> None:
    year = between("2019", "2019")
    assert year.holds(ReportDate(2019)) and year.holds(ReportDate(2019, 12, 31))
    assert between("March 2019", "").holds(ReportDate(2019))
    assert not year.holds(ReportDate(2020, 1, 1))
    assert not year.holds(None)
    assert Between().holds(None)


def test_the_time_is_said_in_words() -> None:
    assert between("2018-03", "2020").words == "from March 2018 to 2020"
    assert between("", "").words == ""
