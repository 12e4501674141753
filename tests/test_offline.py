"""No connection leaves this machine."""

import shutil
import socket
import subprocess
import sys

from conftest import MakePdf

from index.library import Library

SWIMMING = "Sheffield teaches every child in its care to swim before the age of nine."
LETTER = "Inspection of Sheffield children's services"
WATCHED = """
import ipaddress, os, sys

LOOKED_UP = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
strays = []

def is_here(host):
    host = host.decode() if isinstance(host, bytes) else host
    if host in (None, "", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified

def watch(event, details):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = details[1]
        here = not isinstance(address, tuple) or is_here(address[0])
    elif event in LOOKED_UP:
        here = is_here(details[0])
    else:
        return
    if not here:
        strays.append(f"{event} {details}")
        raise ConnectionRefusedError(strays[-1])

def report():
    print(*strays, sep="\\n", file=sys.stderr)
    sys.stdout.flush(), sys.stderr.flush()
    os._exit(1 if strays or failed else 0)

sys.addaudithook(watch)
failed = False
"""
LEAVE = """
import socket

try:
    socket.create_connection(("192.0.2.1", 80))
except OSError:
    pass
report()
"""
ADD_AND_ASK = """
from assistant.__main__ import main as assistant
from index.__main__ import main as index

failed = index(["add", sys.argv[1]]) or assistant(["ask", "How does Sheffield teach children to swim?"])
report()
"""
SERVE = """
import urllib.request
from pathlib import Path
from assistant.front import Front
from assistant.serve import launch, ready
from index.settings import settings_from_environment

launch(ready(settings_from_environment()), Front(port=int(sys.argv[1])))
page = urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/").read()
failed = b"gradio" not in page
report()
"""


FETCH = """
from index.__main__ import main as index

listed = index(["fetch", "--authority", "Cumberland", "--list"])
failed = listed != 0 or index(["fetch", "--authority", "Cumberland"]) != 1
report()
"""


def run(
    environment: dict[str, str], program: str, *words: str, before: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, "-c", WATCHED + program, *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


def test_the_watch_sees_a_connection_that_would_leave(environment: dict[str, str]) -> None:
    done = run(environment, LEAVE)
    assert done.returncode == 1
    assert "192.0.2.1" in done.stderr


def test_adding_and_asking_connect_to_nothing(
    emptied: Library, environment: dict[str, str], make_pdf: MakePdf
) -> None:
    """Where the system lets us take the network away, there is none to connect to either."""
    alone = ("unshare", "-rn")
    can_be_alone = shutil.which("unshare") and subprocess.run([*alone, "true"]).returncode == 0
    letter = make_pdf("letter.pdf", LETTER, SWIMMING)
    done = run(environment, ADD_AND_ASK, str(letter), before=alone if can_be_alone else ())
    assert done.returncode == 0, done.stderr
    assert SWIMMING in done.stdout


def test_serving_the_page_connects_to_this_machine_alone(
    changeable: Library, environment: dict[str, str]
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    done = run(environment, SERVE, str(port))
    assert done.returncode == 0, done.stderr


def test_fetching_connects_to_nothing_unless_a_setting_asks_for_it(
    changeable: Library, environment: dict[str, str]
) -> None:
    done = run(environment, FETCH)
    assert done.returncode == 0, done.stderr
    assert "https://files.ofsted.gov.uk/" in done.stdout
    assert "INSPECTION_FETCH=yes" in done.stderr
    direct = {name: value for name, value in environment.items() if not name.lower().endswith("_proxy")}
    allowed = run({**direct, "INSPECTION_FETCH": "yes"}, FETCH)
    assert allowed.returncode == 1
    assert "socket.getaddrinfo" in allowed.stderr and "files.ofsted.gov.uk" in allowed.stderr
