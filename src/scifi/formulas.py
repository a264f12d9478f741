"""
Formulas of worked pilots: numbers and names with + - * / and brackets, and square roots.

They are computed here without `eval`: a content file is a stranger's, and may run nothing.
"""

import ast
import math
import operator
from collections.abc import Callable, Mapping

_SIGNS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def computed(formula: str, values: Mapping[str, float]) -> float:
    """
    What a formula gives, with the values of its names.

    Raises:
        KeyError: It has a name that is not among the values.
        ValueError: It is no sum of numbers and names, or a root of less than nothing.
        ZeroDivisionError: It divides by zero.
    """
    try:
        return _value(ast.parse(formula, mode="eval").body, values)
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise ValueError(formula) from error


def _value(node: ast.expr, values: Mapping[str, float]) -> float:
    match node:
        case ast.BinOp(left, sign, right) if type(sign) in _SIGNS:
            return _SIGNS[type(sign)](_value(left, values), _value(right, values))
        case ast.BinOp(inner, ast.Pow(), ast.Constant(0.5)):
            return math.sqrt(_value(inner, values))
        case ast.Constant(int() | float() as number) if not isinstance(number, bool):
            return float(number)
        case ast.Name(name):
            return values[name]
    raise ValueError(ast.unparse(node))
