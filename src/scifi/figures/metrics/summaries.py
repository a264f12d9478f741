"""What a sentence says of a frame: how many rows, how many different values, which is largest."""

from typing import Any

import pandas as pd


def rows_with(frame: pd.DataFrame, **values: object) -> int:
    """How many rows have these values: `rows_with(results, kind="measured")`."""
    for column, value in values.items():
        frame = frame[frame[column] == value]
    return len(frame)


def different(frame: pd.DataFrame, column: str) -> int:
    """How many different values a column has."""
    return int(frame[column].nunique())


def totals(frame: pd.DataFrame, group: str, column: str) -> dict[str, int]:
    """The sum of a column for each value of another, largest first, equal ones by name."""
    summed = frame.groupby(group)[column].sum().sort_values(ascending=False, kind="stable")
    return {str(name): int(total) for name, total in summed.items()}


def largest(frame: pd.DataFrame, column: str) -> dict[str, Any]:
    """The row with the largest number in a column, the first of equals, by column."""
    return {str(name): value for name, value in frame.iloc[int(frame[column].argmax())].items()}


def alike(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """The rows that share the commonest values of these columns, such as a unit."""
    for column in columns:
        frame = frame[frame[column] == frame[column].mode().iloc[0]]
    return frame
