"""
Docstrings that readers see: the help of rules, the authors' guide to macros; the help of fields
and of the groups of fields they stand in.

They are words of the site like all others: shown through `said`, and found for the catalogue by
`extract`. Each paragraph is one text, so that a small change asks for a small translation.
"""

import ast
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any, BinaryIO, TypeGuard

from babel.messages.extract import extract_python

from scifi.language import _


def said(docstring: str | None) -> str:
    """A docstring in the language of the site, without its indentation."""
    return "\n\n".join(_(paragraph) for paragraph in _paragraphs(docstring or ""))


def macros(path: Path) -> dict[str, str]:
    """The docstring of every macro in a file, by name; the file is read and not run."""
    if not path.is_file():
        return {}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: ast.get_docstring(node) or "" for node in ast.walk(tree) if _is_macro(node)}


def extract(fileobj: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Any]:
    """Babel's door: the words of a Python file and the docstrings in it that readers see."""
    yield from extract_python(fileobj, keywords, comment_tags, options)
    fileobj.seek(0)
    for node in ast.walk(ast.parse(fileobj.read())):
        if _is_rule(node) or _is_macro(node) or _is_record(node):
            for paragraph in _paragraphs(ast.get_docstring(node) or ""):
                yield node.lineno, None, paragraph, []
        elif _is_help(node):
            yield node.value.lineno, None, ast.literal_eval(node.value), []


def _paragraphs(docstring: str) -> list[str]:
    return [paragraph for paragraph in cleandoc(docstring).split("\n\n") if paragraph]


def _is_macro(node: ast.AST) -> TypeGuard[ast.FunctionDef]:
    return isinstance(node, ast.FunctionDef) and any(
        ast.unparse(decorator) == "env.macro" for decorator in node.decorator_list
    )


def _is_help(node: ast.AST) -> TypeGuard[ast.keyword]:
    """The `description` of a field of the model, which the form shows as its help."""
    return isinstance(node, ast.keyword) and node.arg == "description"


def _is_record(node: ast.AST) -> TypeGuard[ast.ClassDef]:
    """A group of fields of the model; what it is stands above its table."""
    groups = {"Record", "Entry", "FoundEntry"}
    return (
        isinstance(node, ast.ClassDef)
        and groups & {ast.unparse(base) for base in node.bases} != set()
    )


def _is_rule(node: ast.AST) -> TypeGuard[ast.ClassDef]:
    """A rule is a class that gives itself a name."""
    return isinstance(node, ast.ClassDef) and any(
        isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "name"
        for line in node.body
    )
