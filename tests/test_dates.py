"""Dates as documents write them."""

import pytest

from documents.dates import date_at, days_at, days_from
from documents.report import ReportDate, date_from_iso


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("7 April 2017", "2017-04-07"),
        ("01 December 2017", "2017-12-01"),
        ("Friday 7th of April, 2017", "2017-04-07"),
        ("Wednesday, April 10, 2024", "2024-04-10"),
        ("9 FEB 2022", "2022-02-09"),
        ("18/04/2021", "2021-04-18"),
        ("2021-04-18T09:00:00+01:00", "2021-04-18"),
        ("March 2018", "2018-03"),
        ("Sept 2020", "2020-09"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(written: str, iso: str) -> None:
    date = date_at(written)
    assert date is not None
    assert date.iso == iso


@pytest.mark.parametrize(
    "written", ["31 September 2020", "32/01/2021", "13.13.2021", "2018", "Mayor 2018", "2 to 3"]
)
def test_what_is_no_day_in_the_calendar_is_no_date(written: str) -> None:
    assert date_at(written) is None


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("5 to 16 December 2022", "2022-12-05", "2022-12-16"),
        ("29 April to 3 May 2019", "2019-04-29", "2019-05-03"),
        ("8 June 2026 to 19 June 2026", "2026-06-08", "2026-06-19"),
        ("21 November–15 December 2016", "2016-11-21", "2016-12-15"),
        ("14 January 2014- 5 February 2014", "2014-01-14", "2014-02-05"),
        ("10 and 11 July 2018. The", "2018-07-10", "2018-07-11"),
        ("9, 10 and 11 May 2023", "2023-05-09", "2023-05-11"),
        ("Tuesday 8 and Wednesday 9 November 2016", "2016-11-08", "2016-11-09"),
        ("4th-5th March 2020", "2020-03-04", "2020-03-05"),
        ("5 to 9 December 2022 and 14 to 15 February 2023", "2022-12-05", "2023-02-15"),
        ("30 December to 5 January 2024", "2023-12-30", "2024-01-05"),
        ("30 November 2022 to 2 December", "2022-11-30", "2022-12-02"),
        ("24 March 2020", "2020-03-24", "2020-03-24"),
        ("29/11/2021 to 10/12/2021", "2021-11-29", "2021-12-10"),
    ],
)
def test_days_are_listed_in_many_ways(written: str, first: str, last: str) -> None:
    assert days_at(written, 0) == (date_from_iso(first), date_from_iso(last))


def test_days_without_a_year_fall_in_the_last_year_before_they_were_written_about() -> None:
    letter = ReportDate(2016, 6, 29)
    assert days_at("16 May and 20 May, Ofsted", 0, letter) == (
        ReportDate(2016, 5, 16),
        ReportDate(2016, 5, 20),
    )
    assert days_at("5 and 6 December", 0, letter) == (ReportDate(2015, 12, 5), ReportDate(2015, 12, 6))


def test_days_without_a_year_and_without_a_letter_are_unknown() -> None:
    assert days_at("16 May and 20 May", 0) is None


def test_a_page_number_or_a_date_on_the_next_line_is_not_one_of_the_days() -> None:
    assert days_at("8 to 19 June 2026 3", 0) == (ReportDate(2026, 6, 8), ReportDate(2026, 6, 19))
    assert days_at("15 – 26 March 2010\n23 April 2010", 0) == (
        ReportDate(2010, 3, 15),
        ReportDate(2010, 3, 26),
    )


@pytest.mark.parametrize("written", ["30 to 31 June 2019", "29 February 2019", "2 days", "20 to 3 May 2019"])
def test_days_that_cannot_have_been_are_unknown(written: str) -> None:
    assert days_at(written, 0) is None


def test_both_the_first_day_and_the_last_are_counted() -> None:
    assert days_from(ReportDate(2022, 12, 5), ReportDate(2022, 12, 16)) == 12
