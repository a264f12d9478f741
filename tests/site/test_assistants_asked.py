"""What officers ask, answered by the tools from the built site; no model takes part."""

import asyncio
import json
import sys

import pytest
import yaml

from scifi.assistants.replies import MOST
from scifi.assistants.shelf import Shelf
from scifi.assistants.tools import Tools

QUESTIONS = "tests/examples/assistants/questions.yml"

ENOUGH = 60
"""Questions that must be answered, of all 63."""


NEAR = 5
"""Rows of an answer that one reads first."""


@pytest.fixture(scope="module")
def tools(site):
    """The tools over the built site."""
    return Tools(Shelf(site))


@pytest.fixture(scope="module")
def questions(project):
    """Each with `ask`, `tool`, `with`, and what the answer must hold."""
    return yaml.safe_load((project / QUESTIONS).read_text(encoding="utf-8"))


def held(reply, *names):
    """Every value under these names, however deep."""
    if isinstance(reply, dict):
        for key, value in reply.items():
            if key in names and not isinstance(value, dict | list):
                yield value
            yield from held(value, *names)
    elif isinstance(reply, list):
        for item in reply:
            yield from held(item, *names)


def lacking(question, reply):
    """What the answer to a question should hold and does not."""
    if question.get("nothing"):
        honest = reply.get("found") is False and reply["looked_through"]
        return [] if honest else ["the honest answer that nothing is here"]
    ids, values = set(held(reply, "id", "casestudy")), set(held(reply, "value", "value_to"))
    said = json.dumps(reply, ensure_ascii=False)
    promised = set(held(reply, "baseline"))
    first = set(held(reply.get("rows", [])[:NEAR], "id"))
    far = question["tool"] == "find_cases" and not first & set(question["ids"])
    return [
        *(["one of them near the top"] if far else []),
        *(id_ for id_ in question.get("ids", []) if id_ not in ids),
        *(value for value in question.get("values", []) if value not in values | promised),
        *(words for words in question.get("words", []) if words not in said),
    ]


def test_questions_of_officers_are_answered(tools, questions):
    """At least 60 of 63, and every one of those that have no answer here."""
    wrong = []
    for question in questions:
        missing = lacking(question, tools.all[question["tool"]](**question["with"]))
        if missing:
            wrong.append((question["ask"], missing))

    assert len(questions) >= 60 and sum("nothing" in question for question in questions) >= 8
    assert len(questions) - len(wrong) >= ENOUGH, wrong


def test_every_number_has_its_receipt(tools, questions):
    """Unit, kind and page stand beside each number, and a source or that it is ours."""
    counted = 0
    for question in questions:
        for value in _values(tools.all[question["tool"]](**question["with"])):
            counted += 1
            assert {"unit", "written", "kind", "grade", "interval", "page"} <= set(value)
            assert value["sources"] or "ours" in value, value
            for source in value["sources"]:
                assert source["source_address"].startswith("http") and source["date_read"]
    assert counted > 200


def _values(reply):
    """Every number of a reply with what stands around it."""
    if isinstance(reply, dict):
        if "what" in reply and "value" in reply:
            yield reply
        for value in reply.values():
            yield from _values(value)
    elif isinstance(reply, list):
        for item in reply:
            yield from _values(item)


def test_long_answers_are_cut_and_say_so(tools):
    """Twenty rows and how many more; the count is that of all."""
    found = tools.find_cases(filters={"theme": "energy"})

    assert len(found["rows"]) == MOST
    assert found["more"] == f"{found['count'] - MOST} more"


def test_symptoms_lead_to_their_remedy(tools, project):
    """Nine in ten of the phrases by which the search of the site is tested lead there."""
    lines = (project / "tests/examples/search/remedies.tsv").read_text(encoding="utf-8").split("\n")
    phrases = [line.split("\t") for line in lines[1:] if line]
    lost = [
        said
        for said, expected in phrases
        if not set(expected.split("|")) & set(held(tools.remedy(said), "id"))
    ]

    assert len(phrases) > 90 and len(lost) <= len(phrases) // 10, lost


def test_the_official_client_gets_its_answers(site, project):
    """Started as an assistant starts it: it lists the tools and answers three questions."""
    pytest.importorskip("mcp")
    replies = asyncio.run(_asked(site, project))

    assert len(replies["tools"]) == 9
    assert replies["tools"]["find_cases"].startswith("Find case studies")
    assert replies["what_is_here"]["counts"]["casestudy"] > 200
    first = replies["results"]["results"]["rows"][0]
    assert first["sources"][0]["source_address"].startswith("https://")
    assert first["kind"] in ("measured", "reported", "estimated", "planned")
    assert first["page"].startswith("casestudies/")
    assert replies["solution"]["found"] is False


async def _asked(site, project):
    from mcp.client import Client
    from mcp.client.stdio import StdioServerParameters, stdio_client

    command = ["-m", "scifi", "--root", str(project), "mcp", "--site", str(site)]
    server = StdioServerParameters(command=sys.executable, args=command, env=_environment(project))
    async with Client(stdio_client(server)) as client:
        listed = await client.list_tools()
        found = {"tools": {tool.name: tool.description.strip() for tool in listed.tools}}
        for name, given in (
            ("what_is_here", {}),
            ("results", {"indicator": "motor-traffic"}),
            ("solution", {"id": "hyperloop"}),
        ):
            reply = await client.call_tool(name, given)
            found[name] = json.loads(reply.content[0].text)
        return found


def _environment(project):
    return {"PYTHONPATH": str(project / "src")}
