"""The report of a check as links within the page itself, so that no file of it is kept or served."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from assistant import check_wording
from assistant.check_report import write_report
from assistant.verdicts import Verdict

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
}


def report_links(name: str, text: str, found: Sequence[Verdict]) -> str:
    """For each form in which the report may be had; `name` is that of the text checked."""
    links = "".join(f"<li>{_link(form, name, _report(form, name, text, found))}</li>" for form in TYPES)
    return f'<ul class="downloads"><li>{check_wording.DOWNLOAD}:</li>{links}</ul>'


def _report(form: str, name: str, text: str, found: Sequence[Verdict]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"report.{form}"
        write_report(path, name, text, found)
        return path.read_bytes()


def _link(form: str, name: str, content: bytes) -> str:
    file = f"{PurePath(name).stem} checked.{form}"
    address = f"data:{TYPES[form]};base64,{b64encode(content).decode()}"
    words = escape(check_wording.FORMS[form])
    return f'<a class="download" download="{escape(file)}" href="{address}">{words}</a>'
