"""Downloading a published report: nowhere else does a connection leave this machine, and here when asked."""

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any
from urllib.parse import urljoin, urlsplit

from documents.limits import MEGABYTE
from documents.problem import KnownProblem
from documents.read import fingerprint
from index.published import Published

SILENT_SECONDS = 30.0  # without a byte
MOST_SECONDS = 300.0  # for the whole of a report
MOST_BYTES = 100 * MEGABYTE  # the largest of the reports has 2
TRIES = 3
WAITS = (1.0, 3.0)  # seconds between them
AT_ONCE = 64 * 1024
PDF = b"%PDF-"
AGENT = {"User-Agent": "inspection-assistant", "Accept": "application/pdf,*/*;q=0.1"}
REDIRECTS = 5


class NotDownloaded(KnownProblem):
    """Why a report could not be downloaded; `again` says whether another try may help."""

    def __init__(self, reason: str, again: bool = False) -> None:
        super().__init__(reason)
        self.again = again


class Changed(KnownProblem):
    """What stands at the address is not, or no longer, the report that the list means."""


def download(
    report: Published, folder: Path, changed_too: bool = False, wait: Callable[[float], None] = time.sleep
) -> Path:
    """The report as a file in `folder`. NotDownloaded, or Changed unless those are wanted too."""
    path = folder / report.file
    for pause in (*WAITS, None):
        try:
            _fetch(report.link, path)
            break
        except NotDownloaded as problem:
            if not problem.again or pause is None:
                raise
            wait(pause)
    if not changed_too:
        _compare(report, path)
    return path


def _compare(report: Published, path: Path) -> None:
    found = fingerprint(path)
    if report.sha256 is None:
        raise Changed(
            f"{report.file} was not added: the list gives no checksum, so nothing tells whether it is right."
        )
    if found != report.sha256:
        raise Changed(
            f"{report.file} was not added: it is not the file that the list means (its checksum begins with"
            f" {found[:12]}, that of the list with {report.sha256[:12]}). It may be a newer version."
        )


def _fetch(link: str, path: Path) -> None:
    """One try."""
    end = time.monotonic() + MOST_SECONDS
    host = urlsplit(link).hostname
    try:
        with _opener().open(urllib.request.Request(link, headers=AGENT), timeout=SILENT_SECONDS) as reply:
            _save(reply, path, end)
    except urllib.error.HTTPError as error:
        raise _refusal(error, link) from error
    except TimeoutError as error:
        raise NotDownloaded(f"{host} did not answer in time. Try again later.", again=True) from error
    except (OSError, http.client.HTTPException) as error:
        raise NotDownloaded(
            f"{host} cannot be reached, or broke off. Check the network, and try again.", again=True
        ) from error
    with path.open("rb") as opened:
        if not opened.read(1024).lstrip().startswith(PDF):
            raise NotDownloaded(f"{link} sent a page of its web site and no PDF. Open it in a browser.")


def _refusal(error: urllib.error.HTTPError, link: str) -> NotDownloaded:
    if error.code in (404, 410):
        return NotDownloaded(
            f"There is no report at {link} any more. Look for it on the inspectorate’s site."
        )
    if error.code in (301, 302, 303, 307, 308):
        return NotDownloaded(f"{link} leads elsewhere, so nothing was downloaded. Open it in a browser.")
    host, busy = urlsplit(link).hostname, error.code == 429 or error.code >= 500
    return NotDownloaded(f"{host} refused with status {error.code}. Try again later.", again=busy)


def _save(reply: Any, path: Path, end: float) -> None:
    expected = reply.headers.get("Content-Length")
    with path.open("wb") as to:
        size = _copy(reply, to, end, urlsplit(reply.url).hostname or "")
    if expected is not None and size != int(expected):
        raise http.client.IncompleteRead(b"", int(expected) - size)


def _copy(reply: Any, to: IO[bytes], end: float, host: str) -> int:
    size = 0
    while piece := reply.read1(AT_ONCE):
        size += len(piece)
        if size > MOST_BYTES:
            raise NotDownloaded(f"{host} sent more than {MOST_BYTES // MEGABYTE} MB, which is no report.")
        if time.monotonic() > end:
            raise NotDownloaded(f"{host} sent too slowly. Try again later.")
        to.write(piece)
    return size


class _SameSite(urllib.request.HTTPRedirectHandler):
    """Follows a site to another address of its own, never to another site, nor out of https."""

    max_redirections = REDIRECTS

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        asked, led = urlsplit(req.full_url), urlsplit(urljoin(req.full_url, newurl))
        if (asked.scheme, asked.netloc) != (led.scheme, led.netloc):
            return None  # then the redirection itself is what is raised
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> urllib.request.OpenerDirector:
    """Without the ways to files and other protocols that urllib has."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _SameSite(),
    ):
        opener.add_handler(handler)
    return opener
