"""Logging in to the page itself, served over TLS: in a real browser, and by requests that have no session."""

import ipaddress
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from browsing import PATIENCE, Served, looks_right, serving
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from people_made import PASSWORD, TOKEN, write_users
from playwright.sync_api import Browser, Page, expect

from assistant import log_in_wording as wording
from index.library import Library

SIZES = [(1280, 900, "light"), (768, 900, "dark"), (390, 844, "light")]
CLOSED = [
    "/config",
    "/theme.css",
    "/manifest.json",
    "/assets/index.js",
    "/gradio_api/info",
    "/gradio_api/mcp",
    "/gradio_api/file=/etc/passwd",
    "/gradio_api/queue/data?session_hash=a",
    "/gradio_api/heartbeat/a",
    "/gradio_api/startup-events",
    "/gradio_api/app_id",
    "//config",
    "/./config",
    "/%63onfig",
    "/log-in/../config",
    "/log-in%2f..%2fconfig",
]


@pytest.fixture(scope="module")
def users(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_users(tmp_path_factory.mktemp("users") / "users.json", "a.reader", "an.editor", "an.admin")


@pytest.fixture(scope="module")
def served(library: Library, users: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("login")
    shutil.copytree(library.home, folder / "home")
    certificate, key = made_certificate(folder)
    options = ["--tls-cert", str(certificate), "--tls-key", str(key)]
    with serving(folder / "home", *options, INSPECTION_USERS=str(users)) as plain:
        yield replace(plain, address=plain.address.replace("http:", "https:"))


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Callable[..., Page]]:
    """Opens the page in a browser of its own; afterwards none has broken or asked another machine."""
    broken: list[str] = []
    requested: list[str] = []

    def open_page(width: int = 1280, height: int = 900, scheme: str = "light") -> Page:
        size = {"width": width, "height": height}
        context = browser.new_context(viewport=size, color_scheme=scheme, ignore_https_errors=True)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("request", lambda request: requested.append(request.url))
        page.goto(served.address)
        return page

    yield open_page
    assert broken == []
    assert not [url for url in requested if not url.startswith((served.address, "data:", "blob:"))]


def made_certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(here, critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "cert.pem", folder / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    secret.write_bytes(key.private_bytes(*form))
    return certificate, secret


def log_in(page: Page, name: str = "a.reader", password: str = PASSWORD) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def is_logged_in(page: Page, name: str) -> None:
    expect(page.locator("#who")).to_contain_text(f"Logged in as {name}")


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_a_person_logs_in_asks_and_logs_out(
    visit: Callable[..., Page], served: Served, width: int, height: int, scheme: str
) -> None:
    page = visit(width, height, scheme)
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    looks_right(page, f"{width}-{scheme}-log-in")
    log_in(page, password="not that one")
    expect(page.get_by_role("alert")).to_contain_text(wording.WRONG)
    expect(page.get_by_label("Name")).to_have_value("a.reader")
    expect(page.get_by_label("Password")).to_have_value("")
    looks_right(page, f"{width}-{scheme}-log-in-refused")
    log_in(page)
    is_logged_in(page, "a.reader")
    expect(page.get_by_label("Your question")).to_be_visible()
    looks_right(page, f"{width}-{scheme}-logged-in")
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("status")).to_have_text(wording.OUT)
    looks_right(page, f"{width}-{scheme}-logged-out")
    page.goto(served.address)
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()


@pytest.mark.browser
def test_logging_in_needs_only_the_keyboard(visit: Callable[..., Page]) -> None:
    page = visit()
    page.keyboard.press("Tab")
    page.keyboard.type("a.reader")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    is_logged_in(page, "a.reader")
    page.locator("#who button").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(wording.OUT)


@pytest.mark.browser
def test_a_user_removed_while_the_page_is_open_is_led_out_at_the_next_question(
    visit: Callable[..., Page], users: Path
) -> None:
    page = visit()
    log_in(page, "an.editor")
    is_logged_in(page, "an.editor")
    expect(page.get_by_label("Your question")).to_be_visible()
    before = users.read_bytes()
    write_users(users, "a.reader")
    try:
        page.get_by_label("Your question").fill("What must Trafford improve on SGOs?")
        page.get_by_role("button", name="Ask", exact=True).click()
        expect(page.get_by_role("status")).to_have_text(wording.ENDED)
        assert "connected carers" not in page.content()
    finally:
        users.write_bytes(before)


@pytest.mark.browser
def test_no_script_of_the_page_can_read_the_session(visit: Callable[..., Page]) -> None:
    page = visit()
    log_in(page)
    is_logged_in(page, "a.reader")
    assert page.evaluate("document.cookie") == ""
    (session,) = [each for each in page.context.cookies() if "session" in each["name"]]
    assert (session["name"], session["secure"], session["httpOnly"], session["sameSite"]) == (
        "__Host-inspection-session",
        True,
        True,
        "Lax",
    )


@pytest.mark.parametrize("path", CLOSED)
def test_nothing_is_reached_without_logging_in(served: Served, path: str) -> None:
    assert get(served, path).status_code == 401
    assert get(served, path, {"Authorization": "Bearer iea_nobodys"}).status_code in (401, 429)


def test_nothing_is_taken_without_logging_in(served: Served) -> None:
    with httpx.Client(verify=False, base_url=served.address) as client:
        for path in ("upload", "queue/join", "run/ask", "call/ask", "mcp"):
            reply = client.post(f"/gradio_api/{path}", files={"files": ("letter.txt", b"words")})
            assert reply.status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file=HOME/records.sqlite",
        "/gradio_api/file=HOME/audit.jsonl",
        "/gradio_api/file=USERS",
        "/gradio_api/file=../../../../../etc/passwd",
        "/gradio_api/file=file:///etc/passwd",
        "/gradio_api/file=http://127.0.0.1:9/a",
        "/gradio_api/file%3Dhttp://127.0.0.1:9/a",
        "/gradio_api/file/http://127.0.0.1:9/a",
        "/gradio_api/file/etc/passwd",
        "/gradio_api/proxy=https://a.hf.space/",
        "/static/../../../../../etc/passwd",
        "/static/..%2f..%2f..%2f..%2fetc/passwd",
        "/assets/..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd",
        "/svelte/..%2f..%2fetc/passwd",
        "/log-in/../../etc/passwd",
        "/login",
        "/logout",
        "/monitoring",
    ],
)
def test_nothing_else_on_disk_or_elsewhere_is_reached_by_someone_logged_in(
    served: Served, users: Path, path: str
) -> None:
    """The paths go over the wire as they stand: a client that tidied them would test itself."""
    wanted = path.replace("HOME", str(served.home)).replace("USERS", str(users))
    reply = get(served, wanted, {"Authorization": f"Bearer {TOKEN}"})
    assert reply.status_code in (403, 404)
    assert b"root:" not in reply.content and b"SQLite" not in reply.content


def test_what_one_may_see_is_seen_with_a_token(served: Served) -> None:
    reply = get(served, "/config", {"Authorization": f"Bearer {TOKEN}"})
    assert reply.status_code == 200 and reply.headers["cache-control"] == "no-store"


def get(served: Served, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
    with httpx.Client(verify=False) as client:
        url = httpx.URL(served.address).copy_with(raw_path=path.encode())
        return client.get(url, headers=headers or {})
