"""
What a check found, as people, programs and forges read it: one function for each format.

`github` are workflow commands: GitHub shows each problem at its line of a pull request. `sarif` is
SARIF 2.1.0 (OASIS), which code scanning, GitLab and editors read.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from scifi import guides
from scifi.content.checks import RULES
from scifi.content.problem import Problem


def as_text(problems: Sequence[Problem]) -> str:
    """One problem after the other; nothing where there is none."""
    return "\n".join(str(problem) for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects, one for each problem."""
    return _json([problem.as_dict() for problem in problems])


def as_github(problems: Sequence[Problem]) -> str:
    """A workflow command for each problem; a remark is a warning."""
    return "\n".join(_command(problem) for problem in problems)


def _command(problem: Problem) -> str:
    where = {
        "file": problem.path,
        "line": problem.line,
        "col": problem.column,
        "title": problem.rule,
    }
    said = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    return f"::{'warning' if problem.remark else 'error'} {said}::{_data(_message(problem))}"


def _message(problem: Problem) -> str:
    return "\n".join(line for line in (problem.what, problem.why, problem.fix) if line)


def _data(text: str) -> str:
    """Text that cannot end a workflow command, or begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Sequence[Problem]) -> str:
    """One run of one tool, with the help of every rule; a remark is a note."""
    driver = {"name": "scifi check", "rules": [_rule(rule.name, rule.__doc__) for rule in RULES]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    return _json(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        }
    )


def _rule(name: str, docstring: str | None) -> dict[str, Any]:
    summary, _gap, rest = guides.said(docstring).partition("\n\n")
    return {
        "id": name,
        "shortDescription": {"text": " ".join(summary.split())},
        "help": {"text": rest},
    }


def _result(problem: Problem) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(problem.path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": problem.line, "startColumn": problem.column},
    }
    return {
        "ruleId": problem.rule,
        "level": "note" if problem.remark else "error",
        "message": {"text": _message(problem)},
        "locations": [{"physicalLocation": place}],
    }


def _json(value: object) -> str:
    """In ASCII, so that it stays JSON on a terminal of any code page."""
    return json.dumps(value, indent=2)


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""Every format by its name in `scifi check --format`."""
