"""The addresses of the files on judgements and improvements, as `prepare_files` serves them."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from assistant import prepare_wording as words
from assistant.between import Between

FILES = "/preparing"


def file_links(kind: str, forms: Sequence[str], authorities: Sequence[str], time: Between) -> str:
    """A link for each form in which `kind` may be had."""
    links = "".join(
        f'<li><a class="download" href="{escape(address(f"{kind}.{form}", authorities, time))}">'
        f"{escape(words.FORMS[form])}</a></li>"
        for form in forms
    )
    return f'<ul class="downloads" aria-label="{words.DOWNLOAD}"><li>{words.DOWNLOAD}:</li>{links}</ul>'


def picture(code: str, authorities: Sequence[str], time: Between, narrow: bool = False) -> str:
    """The plot of one authority, over the years of all that were chosen."""
    return address("plot.png", authorities, time, [("only", code), *([("narrow", "yes")] if narrow else [])])


def address(
    file: str, authorities: Sequence[str], time: Between, more: Sequence[tuple[str, str]] = ()
) -> str:
    return f"{FILES}/{file}?{urlencode([*asked(authorities, time), *more])}"


def asked(authorities: Sequence[str], time: Between) -> list[tuple[str, str]]:
    """What was chosen, as the fields of a form."""
    dates = [("since", time.since), ("until", time.until)]
    return [*(("authority", code) for code in authorities), *(pair for pair in dates if pair[1])]
