"""What programs may ask for, as the API and as tools: by HTTP, from a real server, with a real MCP client."""

import argparse
import asyncio
import json
import re
import shutil
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from browsing import Served, serving
from gradio_client import Client
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult
from people_made import TOKEN, write_users
from starlette.testclient import TestClient

from assistant import program_types
from assistant.adapting import BROKE
from assistant.application import application
from assistant.batch import answered
from assistant.front import Front
from assistant.fronting import add_front, front_from
from assistant.people import LOCAL
from assistant.programs import LONGEST_CLAIMS, MOST_FOUND, Programs
from documents.problem import KnownProblem
from documents.samples import sample_files
from index import build
from index.library import Library
from index.settings import Settings

GRADED = "The impact of leaders on social work practice with children and families is good"
LETTER = f"""Inspection of Shropshire local authority children’s services

Inspection dates: 7 February 2022 to 11 February 2022

{GRADED}

Social workers know their children well.
"""
QUESTION = "What must Trafford improve on SGOs?"
CLAIM = "Trafford makes decisions for children living with connected carers in good time."
NAMES = ["ask", "check", "judgements", "recommendations", "improvements", "search", "documents"]
BEARER = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def served(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("programs")
    shutil.copytree(library.home, folder / "home")
    (folder / "home" / "audit.jsonl").unlink(missing_ok=True)
    users = write_users(folder / "users.json", "a.reader")
    with serving(folder / "home", "--mcp", INSPECTION_USERS=str(users)) as served:
        yield served


@pytest.fixture(scope="module")
def client(served: Served) -> Client:
    return Client(served.address, headers=BEARER, verbose=False, analytics_enabled=False)


@pytest.fixture(scope="module")
def programs(library: Library) -> Programs:
    return Programs(library)


def with_tools(served: Served, work: Callable[[ClientSession], Awaitable[Any]], place: str = "") -> Any:
    """What comes of `work` in a session with the tools."""

    async def run() -> Any:
        url = f"{served.address}/gradio_api/mcp{place}"
        async with (
            httpx.AsyncClient(headers=BEARER, timeout=120) as client,
            streamable_http_client(url, http_client=client) as (reading, writing, _),
            ClientSession(reading, writing) as session,
        ):
            await session.initialize()
            return await work(session)

    return asyncio.run(run())


def call(served: Served, name: str, **given: Any) -> CallToolResult:
    return with_tools(served, lambda session: session.call_tool(name, given))


def test_the_api_answers_as_the_batch_interface_does(client: Client, library: Library) -> None:
    found = client.predict(question=QUESTION, api_name="/ask")
    record = answered(library, {"id": 1, "question": QUESTION})
    assert found == {name: value for name, value in record.items() if name not in ("id", "seconds")}
    assert found["citations"][0]["document"] == sample_files()[0].name


def test_the_api_checks_claim_by_claim(client: Client, library: Library) -> None:
    first, second = client.predict(f"{CLAIM} Every lighthouse in Camden is purple.", "", api_name="/check")
    record = answered(library, {"id": 1, "claim": CLAIM})
    assert (first["claim"], first["verdict"]) == (CLAIM, "contradicted")
    assert first["citations"] == record["citations"]
    assert second["verdict"] == "not_in_evidence"


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("recommendations", {"authority": "Trafford"}),
        ("recommendations", {}),
        ("improvements", {"authority": "Trafford"}),
        ("search", {"words": "connected carers", "authority": "Trafford", "limit": 3}),
        ("documents", {}),
        ("documents", {"authority": "Shropshire"}),
    ],
)
def test_the_api_and_the_tools_give_the_same(
    client: Client, served: Served, programs: Programs, name: str, given: dict[str, Any]
) -> None:
    own = json.loads(json.dumps(getattr(programs, name)(LOCAL, **given)))
    assert own
    assert client.predict(**given, api_name=f"/{name}") == own
    told = call(served, name, **given)
    assert told.structuredContent == (own if isinstance(own, dict) else {"result": own})


def test_judgements_come_with_their_citations(emptied: Library, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")
    build.add(emptied, letter)
    with TestClient(application(emptied, None, Front()), base_url="http://127.0.0.1:7860") as local:
        reply = local.post("/gradio_api/run/judgements", json={"data": ["Shropshire"]})
    (judged,) = reply.json()["data"][0]
    assert set(judged) == set(program_types.Judgement.__annotations__)
    assert (judged["grade"], judged["date"], judged["page"]) == ("good", "2022-02-11", 1)
    assert judged["citation"]["quote"] == GRADED


def test_a_tool_gives_json_twice_over_as_values_and_as_text(served: Served, library: Library) -> None:
    told = call(served, "ask", question=QUESTION)
    record = answered(library, {"id": 1, "question": QUESTION})
    expected = {name: value for name, value in record.items() if name not in ("id", "seconds")}
    assert not told.isError
    assert told.structuredContent == expected
    assert json.loads(told.content[0].text) == expected


def test_every_tool_says_what_it_is_for_and_what_it_takes_and_gives(served: Served) -> None:
    listed = with_tools(served, lambda session: session.list_tools(), "/")
    assert [tool.name for tool in listed.tools] == NAMES
    for tool in listed.tools:
        assert "Args:" in tool.description or not tool.inputSchema["properties"]
        assert "request" not in tool.inputSchema["properties"]
        assert "person" not in tool.inputSchema["properties"]
        assert tool.outputSchema["type"] == "object"


def test_the_api_names_the_same_functions_and_nothing_of_the_page(client: Client) -> None:
    described = client.view_api(return_format="dict", print_info=False)
    assert sorted(described["named_endpoints"]) == sorted(f"/{name}" for name in NAMES)
    assert described["unnamed_endpoints"] == {}
    for name in NAMES:
        endpoint = described["named_endpoints"][f"/{name}"]
        assert endpoint["description"]
        assert all(each["type"]["type"] in ("string", "integer") for each in endpoint["parameters"])


def test_what_cannot_be_done_is_told_in_a_sentence(client: Client, served: Served) -> None:
    with pytest.raises(Exception, match="'Atlantis' is not an English council known to us"):
        client.predict(authority="Atlantis", api_name="/judgements")
    told = call(served, "ask", question=" ")
    assert told.isError and "question is empty" in told.content[0].text
    assert call(served, "ask").isError
    assert call(served, "no_such_tool").isError


def test_a_program_without_a_token_is_told_what_to_send(served: Served) -> None:
    asked = {"data": [QUESTION, ""]}
    begin = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    for path, sent in [("run/ask", asked), ("call/ask", asked), ("mcp", begin), ("mcp/", begin)]:
        for headers in ({}, {"Authorization": "Bearer iea_nobodys"}, {"Authorization": "Basic YTpi"}):
            reply = httpx.post(f"{served.address}/gradio_api/{path}", json=sent, headers=headers)
            assert reply.status_code == 401
            assert reply.headers["www-authenticate"].startswith("Bearer")
    with pytest.raises(BaseExceptionGroup) as refused:
        asyncio.run(without_token(served))
    assert "401" in str(refused.value.exceptions[0])


async def without_token(served: Served) -> None:
    async with (
        streamable_http_client(f"{served.address}/gradio_api/mcp") as (reading, writing, _),
        ClientSession(reading, writing) as session,
    ):
        await session.initialize()


def test_tools_are_not_called_by_another_web_site(served: Served) -> None:
    begin = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    headers = {**BEARER, "Accept": "application/json, text/event-stream"}
    url = f"{served.address}/gradio_api/mcp"
    assert httpx.post(url, json=begin, headers=headers).status_code == 200
    foreign = {**headers, "Origin": "https://elsewhere.example"}
    assert httpx.post(url, json=begin, headers=foreign).status_code == 403
    named = {**headers, "Host": "elsewhere.example"}
    assert httpx.post(url, json=begin, headers=named).status_code == 400


def test_whose_token_it_was_is_recorded(client: Client, served: Served) -> None:
    path = served.home / "audit.jsonl"
    before = len(path.read_text().splitlines()) if path.exists() else 0
    client.predict(question=QUESTION, api_name="/ask")
    call(served, "check", text=CLAIM)
    done = [json.loads(line) for line in path.read_text().splitlines()[before:]]
    assert [(line["who"], line["action"]) for line in done] == [
        ("a.reader", "asked"),
        ("a.reader", "checked"),
    ]


def test_tools_are_asked_for_by_an_option_or_by_the_name_gradio_gives_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parser = argparse.ArgumentParser()
    add_front(parser)
    assert front_from(parser.parse_args(["--mcp"])).tools
    monkeypatch.delenv("GRADIO_MCP_SERVER", raising=False)
    assert not front_from(parser.parse_args([])).tools
    monkeypatch.setenv("GRADIO_MCP_SERVER", "True")
    assert front_from(parser.parse_args([])).tools


def test_the_command_says_where_the_tools_are(served: Served) -> None:
    assert f"Tools for other assistants (MCP): {served.address}/gradio_api/mcp\n" in served.said


def test_without_users_the_api_answers_whoever_is_at_this_machine(library: Library) -> None:
    with TestClient(application(library, None, Front(tools=True)), base_url="http://127.0.0.1:7860") as local:
        reply = local.post("/gradio_api/run/documents", json={"data": [""]})
        assert len(reply.json()["data"][0]) == 5
        headers = {"Accept": "application/json, text/event-stream"}
        begin = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
        tools = local.post("/gradio_api/mcp", json=begin, headers=headers)
        assert [tool["name"] for tool in tools.json()["result"]["tools"]] == NAMES


def test_behind_a_proxy_the_page_knows_its_own_address(library: Library, tmp_path: Path) -> None:
    users = write_users(tmp_path / "users.json", "a.reader")
    settings = Settings(home=library.home, users=users)
    front = Front(proxies=("10.0.0.5/32",), names=("evidence.example",))
    app = application(Library(settings), None, front)
    told = {**BEARER, "X-Forwarded-Proto": "https", "Host": "evidence.example"}
    with TestClient(app, client=("10.0.0.5", 5000)) as proxy:
        assert proxy.get("/config", headers=told).json()["root"] == "https://evidence.example"
    with TestClient(app, client=("127.0.0.1", 5000)) as neighbour:
        misled = {**told, "X-Forwarded-Host": "elsewhere.example"}
        assert neighbour.get("/config", headers=misled).json()["root"] == "http://evidence.example"


def test_tools_are_offered_only_where_they_were_asked_for(library: Library) -> None:
    with TestClient(application(library, None, Front()), base_url="http://127.0.0.1:7860") as local:
        begin = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
        assert local.post("/gradio_api/mcp", json=begin).status_code in (404, 405)


def test_what_broke_is_logged_and_told_in_a_plain_sentence(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*given: object) -> list[int]:
        raise RuntimeError("secret inside")

    with TestClient(application(library, breaks, Front()), base_url="http://127.0.0.1:7860") as local:
        reply = local.post("/gradio_api/run/ask", json={"data": [QUESTION, ""]})
    assert reply.status_code == 500 and reply.json()["error"] == BROKE
    assert "secret inside" not in reply.text and "secret inside" in caplog.text


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("ask", {"question": ""}, "question is empty"),
        ("ask", {"question": "x" * 2001}, "question has 2001 characters"),
        ("check", {"text": "x" * (LONGEST_CLAIMS + 1)}, "Use at most 10000"),
        ("search", {"words": "\n"}, "words is empty"),
        ("search", {"words": "carers", "authority": "Atlantis"}, "'Atlantis' is not an English council"),
        ("improvements", {"authority": ""}, "is not an English council"),
        ("judgements", {"authority": "Leeds"}, "The library holds no document about Leeds"),
    ],
)
def test_what_no_program_may_ask_is_named(
    programs: Programs, name: str, given: dict[str, str], said: str
) -> None:
    with pytest.raises(KnownProblem, match=re.escape(said)):
        getattr(programs, name)(LOCAL, **given)


def test_a_search_gives_no_more_than_it_may(programs: Programs) -> None:
    assert len(programs.search(LOCAL, "children", limit=-3)) == 1
    assert len(programs.search(LOCAL, "children", limit=10**9)) <= MOST_FOUND


def test_an_empty_library_says_so(tmp_path: Path, home: Path) -> None:
    with pytest.raises(KnownProblem):
        Programs(Library(Settings(home=home))).ask(LOCAL, QUESTION)


def test_every_field_that_is_given_is_a_field_that_is_described(programs: Programs) -> None:
    """A tool leaves out what its description does not name, so a new field must come into both."""
    answer = programs.ask(LOCAL, QUESTION)
    assert set(answer) == set(program_types.Answer.__annotations__)
    assert set(answer["citations"][0]) == set(program_types.Citation.__annotations__)
    assert set(programs.check(LOCAL, CLAIM)[0]) == set(program_types.Verdict.__annotations__)
    items = programs.improvements(LOCAL, "Trafford")["items"]
    assert set(items[0]) == set(program_types.Improvement.__annotations__)
