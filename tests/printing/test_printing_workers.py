"""Helper processes: what goes wrong in one is told here, and the next task is done all the same."""

import os
from functools import partial
from pathlib import Path

import pytest

from scifi.printing.errors import PrintError
from scifi.printing.tree import article
from scifi.printing.workers import Helper


@pytest.fixture
def helper():
    """A process that waits for tasks."""
    with Helper() as process:
        yield process


def test_what_cannot_be_set_is_told_in_its_own_words(helper, tmp_path):
    """The reader of the message need not know that there are processes."""
    with pytest.raises(PrintError, match="cookbook/: this page was not built"):
        helper.do(partial(article, tmp_path), "cookbook/")


def test_a_mistake_of_ours_is_told_with_its_place(helper):
    """Otherwise nobody could find it."""
    with pytest.raises(RuntimeError, match=r"(?s)Traceback.*ValueError"):
        helper.do(int, "no number")


def test_a_task_that_dies_takes_no_other_with_it(helper, tmp_path):
    """The typesetter may run out of memory; the run ends with a sentence, not with silence."""
    with pytest.raises(RuntimeError, match="ended with status"):
        helper.do(os._exit, 7)

    helper.do(Path.touch, tmp_path / "next")
    assert (tmp_path / "next").exists()
