"""A spreadsheet cell's value as a person sees it: 45%, £1,200, 3 May 2023."""

import re
from datetime import date, datetime, time
from typing import Any

from documents.report import ReportDate

DECIMALS = re.compile(r"\.(0+)")  # "#,##0.00"
QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')  # literal text, colours and locales in a number format
POUNDS = re.compile(r"£")


def shown(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or "General"))
    if isinstance(value, datetime) and value.time() != time():
        return f"{_day(value)} {value:%H:%M}"
    if isinstance(value, date):
        return _day(value)
    return str(value)


def _day(value: date) -> str:
    return ReportDate(value.year, value.month, value.day).words


def _number(value: float, written: str) -> str:
    """A number in the format `written`; in the plain one to as many digits as Excel shows."""
    positive = written.split(";")[0]
    form = QUOTED.sub("", positive)
    if "%" in form:
        return f"{value * 100:.{_decimals(form)}f}%"
    if "0" not in form:
        return f"{value:.10g}"
    pounds = "£" if POUNDS.search(positive) else ""
    grouping = "," if "," in form else ""
    return f"{'-' * (value < 0)}{pounds}{abs(value):{grouping}.{_decimals(form)}f}"


def _decimals(form: str) -> int:
    found = DECIMALS.search(form)
    return len(found.group(1)) if found else 0
