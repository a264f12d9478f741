"""
The macros of `macros.py`, read and not run: their names and their guides.

That file is loaded by the engines in their own way; checks and translators only look at it.
"""

import ast
from pathlib import Path
from typing import TypeGuard

FILE = "macros.py"


def guides(root: Path) -> dict[str, str]:
    """The docstring of every macro by its name; none where there is no such file."""
    path = root / FILE
    if not path.is_file():
        return {}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: ast.get_docstring(node) or "" for node in ast.walk(tree) if _is_macro(node)}


def _is_macro(node: ast.AST) -> TypeGuard[ast.FunctionDef]:
    return isinstance(node, ast.FunctionDef) and any(
        ast.unparse(decorator) == "env.macro" for decorator in node.decorator_list
    )
