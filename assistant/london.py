"""Times as staff read them: stored in UTC, shown in London time."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def in_london(at: datetime) -> datetime:
    return at.astimezone(LONDON)


def clock_time(seconds: float) -> str:
    """14:05, of a time in seconds since 1970; seconds are rounded up, so that it is not too soon."""
    at = in_london(datetime.fromtimestamp(seconds + 59, UTC))
    return f"{at:%H:%M}"


def now() -> str:
    """In UTC, as it is kept."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def london(at: str) -> str:
    """'25 November 2026 at 2:05pm', from a time in UTC such as '2026-11-25T14:05:00+00:00'."""
    here = in_london(datetime.fromisoformat(at))
    half = "am" if here.hour < 12 else "pm"
    return f"{here.day} {here:%B %Y} at {here.hour % 12 or 12}:{here:%M}{half}"
