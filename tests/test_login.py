"""Logging in and out, and what stands in front of every route."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from httpx import Response
from people_made import PASSWORD, TOKEN, Clock, kept, write_users
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from assistant import log_in_wording as wording
from assistant.attempts import BY_ADDRESS, BY_NAME, MINUTES, Attempts
from assistant.door import Door
from assistant.front import Front, networks_of, refuse_unsafe
from assistant.gate import Gate
from assistant.headers import layers
from assistant.log_in import router, way_on
from assistant.london import clock_time
from assistant.people import person_of
from assistant.sessions import IDLE_MINUTES, LONGEST_HOURS, Sessions
from assistant.users import Users
from documents.problem import KnownProblem
from index.library import Library
from index.settings import Settings

PAGE = {"Accept": "text/html"}
SITE = "http://127.0.0.1:7860"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def users(tmp_path: Path) -> Path:
    return write_users(tmp_path / "users.json", "a.reader", "an.editor", "an.admin")


@pytest.fixture
def bare(tmp_path: Path) -> Library:
    return Library(Settings(home=tmp_path / "home"))


@pytest.fixture
def door(bare: Library, users: Path, clock: Clock) -> Door:
    return Door(bare, Users(users), Sessions(clock), Attempts(clock))


@pytest.fixture
def made(door: Door) -> Callable[..., TestClient]:
    """A small page behind our own layers and routes; each client is another browser."""

    def make(front: Front | None = None, address: str = "127.0.0.1", site: str = SITE) -> TestClient:
        app = FastAPI()
        app.include_router(router(door))

        async def who(request: Request) -> PlainTextResponse:
            person = person_of(request)
            return PlainTextResponse(f"{person.name}, {person.role}, {request.client}, {request.url}")

        app.add_route("/{path:path}", who, ["GET", "POST"])
        for layer, settings in [(Gate, {"door": door}), *layers(front or Front())]:
            app.add_middleware(layer, **settings)
        return TestClient(app, base_url=site, client=(address, 5000), follow_redirects=False)

    return make


@pytest.fixture
def browser_of_one(made: Callable[..., TestClient]) -> TestClient:
    return made()


def log_in(client: TestClient, name: str = "a.reader", password: str = PASSWORD, way: str = "/") -> Response:
    mark = re.search(r'name="form" value="([^"]+)"', client.get("/log-in").text)
    assert mark
    fields = {"name": name, "password": password, "next": way, "form": mark[1]}
    return client.post("/log-in", data=fields)


def test_nobody_passes_without_logging_in(browser_of_one: TestClient) -> None:
    page = browser_of_one.get("/", headers=PAGE)
    assert (page.status_code, page.headers["location"]) == (303, "/log-in")
    deep = browser_of_one.get("/some/page?a=1&b=2", headers=PAGE)
    assert deep.headers["location"] == f"/log-in?next={quote('/some/page?a=1&b=2', safe='')}"
    for reply in (browser_of_one.get("/"), browser_of_one.post("/anything", headers=PAGE)):
        assert reply.status_code == 401
        assert reply.headers["www-authenticate"] == "Bearer"


def test_a_person_logs_in_is_led_back_and_logs_out(browser_of_one: TestClient, bare: Library) -> None:
    reply = log_in(browser_of_one, way="/some/page?a=1")
    assert (reply.status_code, reply.headers["location"]) == (303, "/some/page?a=1")
    page = browser_of_one.get("/some/page", headers=PAGE)
    assert page.text.startswith("a.reader, reader")
    assert page.headers["cache-control"] == "no-store"
    assert browser_of_one.get("/log-in").headers["location"] == "/"
    session = browser_of_one.cookies["inspection-session"]
    out = browser_of_one.post("/log-out")
    assert (out.status_code, out.headers["location"]) == (303, "/log-in?out")
    assert wording.OUT in browser_of_one.get("/log-in?out").text
    browser_of_one.cookies.set("inspection-session", session)
    assert browser_of_one.get("/").status_code == 401


def test_the_cookies_are_kept_from_scripts_and_other_sites(
    made: Callable[..., TestClient], browser_of_one: TestClient
) -> None:
    plain = log_in(browser_of_one).headers.get_list("set-cookie")
    assert len(plain) == 2
    for cookie in plain:
        assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/" in cookie
        assert "Secure" not in cookie
    safe = log_in(made(site="https://127.0.0.1:7860")).headers.get_list("set-cookie")
    for cookie in safe:
        assert cookie.startswith("__Host-inspection-") and "Secure" in cookie and "Domain" not in cookie


def test_each_log_in_has_a_session_of_its_own(browser_of_one: TestClient) -> None:
    """One that someone planted in the browser before is worth nothing after."""
    browser_of_one.cookies.set("inspection-session", "planted")
    log_in(browser_of_one)
    first = browser_of_one.cookies.get("inspection-session", domain="127.0.0.1")
    assert first not in (None, "planted")


def test_a_session_ends_unused_and_in_any_case(browser_of_one: TestClient, clock: Clock) -> None:
    log_in(browser_of_one)
    clock.now += IDLE_MINUTES * 60 - 1
    assert browser_of_one.get("/").status_code == 200
    clock.now += IDLE_MINUTES * 60
    page = browser_of_one.get("/", headers=PAGE)
    assert page.headers["location"] == "/log-in?ended"
    assert "You have been logged out" in browser_of_one.get("/log-in?ended").text
    log_in(browser_of_one)
    for _ in range(2 * LONGEST_HOURS - 1):
        clock.now += 30 * 60
        assert browser_of_one.get("/").status_code == 200
    clock.now += 30 * 60
    assert browser_of_one.get("/").status_code == 401


def test_what_becomes_of_the_user_becomes_of_the_session(browser_of_one: TestClient, users: Path) -> None:
    log_in(browser_of_one)
    write_users(users, "an.admin", "a.reader")
    assert browser_of_one.get("/").text.startswith("a.reader, editor")
    write_users(users, "a.reader", password=kept().replace("$2b$", "$2y$"))
    assert browser_of_one.get("/").status_code == 401
    write_users(users, "a.reader")
    assert browser_of_one.get("/").status_code == 401
    log_in(browser_of_one)
    write_users(users, "an.admin")
    assert browser_of_one.get("/").status_code == 401


def test_a_file_of_users_that_cannot_be_read_lets_nobody_in(browser_of_one: TestClient, users: Path) -> None:
    log_in(browser_of_one)
    users.write_text("{")
    assert browser_of_one.get("/").status_code == 503
    assert browser_of_one.get("/", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 503
    assert browser_of_one.get("/log-in").status_code == 503
    assert browser_of_one.post("/log-out").headers["location"] == "/log-in?out"
    browser_of_one.cookies.clear()
    reply = log_in(browser_of_one)
    assert reply.status_code == 503 and "Logging in does not work" in reply.text


def test_a_wrong_name_and_a_wrong_password_get_the_same_reply(made: Callable[..., TestClient]) -> None:
    replies = []
    for name, password in [("a.reader", "wrong"), ("nobody", PASSWORD), ("nobody", "x" * 5000)]:
        client = made()
        replies.append(log_in(client, name, password))
    marks = re.compile(r'value="[^"]*"')
    assert {reply.status_code for reply in replies} == {403}
    assert len({marks.sub("", reply.text) for reply in replies}) == 1
    assert wording.WRONG in replies[0].text


def test_attempts_on_a_name_are_limited_with_the_time_of_the_next(
    browser_of_one: TestClient, made: Callable[..., TestClient], clock: Clock
) -> None:
    for _ in range(BY_NAME):
        assert log_in(browser_of_one, "A.Reader ", "wrong").status_code == 403
    clock.now += 60
    refused = log_in(browser_of_one)
    when = clock_time(clock.now - 60 + MINUTES * 60)
    assert (refused.status_code, wording.TOO_MANY.format(time=when) in refused.text) == (429, True)
    elsewhere = log_in(made(address="10.0.0.9"))
    assert elsewhere.status_code == 429
    assert log_in(browser_of_one, "an.editor").status_code == 303
    browser_of_one.cookies.clear()
    clock.now += MINUTES * 60
    assert log_in(browser_of_one).status_code == 303


def test_attempts_from_an_address_are_limited_whatever_the_names(clock: Clock) -> None:
    attempts = Attempts(clock)
    tried = [attempts.begin(f"name {number}", "10.0.0.9") for number in range(BY_ADDRESS + 1)]
    assert tried == [None] * BY_ADDRESS + [clock.now + MINUTES * 60]
    assert attempts.begin("another", "10.0.0.10") is None


def test_addresses_of_one_ipv6_network_count_as_one(clock: Clock) -> None:
    attempts = Attempts(clock)
    tried = [attempts.begin(f"name {number}", f"2001:db8::{number:x}") for number in range(BY_ADDRESS + 1)]
    assert tried[:BY_ADDRESS] == [None] * BY_ADDRESS and tried[-1]
    assert attempts.begin("another", "2001:db8:0:1::1") is None


def test_a_success_forgets_the_failures_of_its_name_alone(clock: Clock) -> None:
    attempts = Attempts(clock)
    for number in range(BY_ADDRESS - 1):
        assert attempts.begin(f"name {number}", "10.0.0.9") is None
    assert attempts.begin("mine", "10.0.0.9") is None
    attempts.succeeded("mine", "10.0.0.9")
    assert attempts.begin("mine", "10.0.0.9") is None
    assert attempts.begin("mine", "10.0.0.9")


@pytest.mark.parametrize(
    ("fields", "said"),
    [({"password": PASSWORD}, wording.NO_NAME), ({"name": "a.reader"}, wording.NO_PASSWORD)],
)
def test_what_is_missing_is_named(browser_of_one: TestClient, fields: dict[str, str], said: str) -> None:
    browser_of_one.get("/log-in")
    mark = browser_of_one.cookies["inspection-form"]
    reply = browser_of_one.post("/log-in", data={**fields, "form": mark})
    assert reply.status_code == 400
    assert said in reply.text and "<title>Error: Log in" in reply.text and 'role="alert"' in reply.text


@pytest.mark.parametrize("mark", ["", "another"])
def test_a_form_that_is_not_ours_logs_nobody_in(browser_of_one: TestClient, mark: str) -> None:
    browser_of_one.get("/log-in")
    fields = {"name": "a.reader", "password": PASSWORD, "form": mark}
    reply = browser_of_one.post("/log-in", data=fields)
    assert reply.status_code == 403 and wording.STALE in reply.text
    assert "inspection-session" not in browser_of_one.cookies
    browser_of_one.cookies.clear()
    assert browser_of_one.post("/log-in", data={**fields, "form": ""}).status_code == 403


def test_a_form_longer_than_any_of_ours_is_not_read(browser_of_one: TestClient) -> None:
    reply = log_in(browser_of_one, "a.reader", "x" * 100_000)
    assert reply.status_code == 403 and wording.STALE in reply.text


@pytest.mark.parametrize(
    "wanted",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "/\t/elsewhere.example",
        "/\n/elsewhere.example",
        " //elsewhere.example",
        "javascript:alert(1)",
        "elsewhere",
        "",
        "/log-out",
        "/log-in?next=/",
        "//[bad",
        "http://[bad",
    ],
)
def test_logging_in_leads_to_no_other_site(browser_of_one: TestClient, wanted: str) -> None:
    assert way_on(wanted) == "/"
    assert log_in(browser_of_one, way=wanted).headers["location"] == "/"


def test_what_is_typed_is_shown_as_words_alone(browser_of_one: TestClient) -> None:
    reply = log_in(browser_of_one, '"><script>alert(1)</script>', "wrong", way='/"><b>')
    assert "<script" not in reply.text and "<b>" not in reply.text
    assert "&lt;script&gt;" in reply.text
    assert "default-src 'none'" in reply.headers.get_list("content-security-policy")[0]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate"},
    ],
)
def test_what_another_site_sends_is_not_answered(browser_of_one: TestClient, headers: dict[str, str]) -> None:
    log_in(browser_of_one)
    for path in ("/anything", "/log-in", "/log-out"):
        reply = browser_of_one.post(path, headers=headers)
        assert (reply.status_code, reply.text) == (403, wording.FOREIGN)
        assert "access-control-allow-origin" not in reply.headers
    assert browser_of_one.get("/").status_code == 200


def test_our_own_page_and_a_link_from_anywhere_are_answered(browser_of_one: TestClient) -> None:
    log_in(browser_of_one)
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert browser_of_one.get("/", headers=link).status_code == 200
    for own in ({"Origin": SITE}, {"Origin": "null", "Sec-Fetch-Site": "same-origin"}, {}):
        assert browser_of_one.post("/anything", headers=own).status_code == 200
    embedded = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert browser_of_one.get("/", headers=embedded).status_code == 403


def test_a_token_is_taken_wherever_a_session_is(browser_of_one: TestClient) -> None:
    reply = browser_of_one.get("/", headers={"Authorization": f"bearer {TOKEN}"})
    assert reply.text.startswith("a.reader, reader")


def test_wrong_tokens_are_limited_but_bar_no_one_from_logging_in(
    browser_of_one: TestClient, bare: Library
) -> None:
    wrong = {"Authorization": "Bearer iea_nobodys"}
    for _ in range(BY_ADDRESS):
        assert browser_of_one.get("/", headers=wrong).status_code == 401
    assert browser_of_one.get("/", headers=wrong).status_code == 429
    assert (bare.home / "audit.jsonl").read_text().count("showed a wrong token") == BY_ADDRESS
    assert browser_of_one.get("/", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert log_in(browser_of_one).status_code == 303


def test_a_wrong_token_is_not_made_good_by_a_session(browser_of_one: TestClient) -> None:
    log_in(browser_of_one)
    assert browser_of_one.get("/", headers={"Authorization": "Bearer iea_nobodys"}).status_code == 401


PROXY = Front(proxies=("10.0.0.5/32",), names=("evidence.example",))
TOLD = {
    "X-Forwarded-For": "203.0.113.7, 10.0.0.77",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "evidence.example",
    "Authorization": f"Bearer {TOKEN}",
}


def test_the_word_of_the_proxy_that_was_named_is_taken(made: Callable[..., TestClient]) -> None:
    client = made(PROXY, "10.0.0.5")
    told = client.get("/", headers=TOLD).text
    assert "host='10.0.0.77'" in told and "https://evidence.example/" in told
    through_two = {**TOLD, "X-Forwarded-For": "203.0.113.7, 10.0.0.5"}
    assert "host='203.0.113.7'" in client.get("/", headers=through_two).text
    garbled = {**TOLD, "X-Forwarded-For": "203.0.113.7, nonsense"}
    assert "host='10.0.0.5'" in client.get("/", headers=garbled).text


def test_nobody_elses_word_is(made: Callable[..., TestClient]) -> None:
    for client in (made(PROXY, "127.0.0.1"), made(Front(), "127.0.0.1")):
        told = client.get("/", headers=TOLD).text
        assert "host='127.0.0.1'" in told and f"{SITE}/" in told
    assert made(PROXY, "10.0.0.6").get("/", headers=TOLD).status_code == 403


def test_only_our_own_names_are_answered(made: Callable[..., TestClient]) -> None:
    client = made(Front(names=("evidence.example",)))
    for host, status in [("evidence.example", 401), ("localhost:7860", 401), ("elsewhere.example", 400)]:
        assert client.get("/", headers={"Host": host}).status_code == status
    spoofed = {**TOLD, "X-Forwarded-Host": "elsewhere.example"}
    assert made(PROXY, "10.0.0.5").get("/", headers=spoofed).status_code == 400


@pytest.mark.parametrize(
    ("front", "has_users", "said"),
    [
        (Front(host="0.0.0.0", names=("evidence.example",)), False, "python -m assistant user add"),
        (Front(proxies=("127.0.0.1/32",)), False, "Others can reach"),
        (Front(names=("evidence.example",)), False, "Others can reach"),
        (Front(host="192.0.2.7"), True, "--tls-cert"),
        (Front(host="evidence.example"), True, "--behind-proxy"),
        (Front(host="0.0.0.0", proxies=("10.0.0.5/32",)), True, "--public-name"),
        (Front(certificate=Path("missing.pem")), True, "cannot be used"),
        (Front(key=Path("key.pem")), True, "--tls-cert"),
    ],
)
def test_what_would_let_strangers_in_is_refused_with_the_remedy(
    users: Path, front: Front, has_users: bool, said: str
) -> None:
    with pytest.raises(KnownProblem, match=re.escape(said)):
        refuse_unsafe(front, Settings(users=users if has_users else None))


def test_a_file_of_users_without_users_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownProblem, match="is empty"):
        refuse_unsafe(Front(), Settings(users=write_users(tmp_path / "users.json")))
    with pytest.raises(KnownProblem, match="cannot be read"):
        refuse_unsafe(Front(), Settings(users=tmp_path / "missing.json"))


def test_this_machine_needs_no_users() -> None:
    for host in ("127.0.0.1", "localhost", "::1"):
        refuse_unsafe(Front(host=host), Settings())


def test_a_proxy_is_named_by_address_network_or_name() -> None:
    assert networks_of("10.0.0.5") == ("10.0.0.5/32",)
    assert networks_of("10.0.0.0/24") == ("10.0.0.0/24",)
    assert "127.0.0.1/32" in networks_of("localhost")
    with pytest.raises(KnownProblem, match="is not known here"):
        networks_of("no-such-proxy.invalid")
