"""Values that are made when they are first asked for."""

import pytest

from scifi.build.wanted import Wanted


def test_each_value_is_made_once_when_it_is_asked_for():
    """Who wants one waits for one."""
    made = []

    def make(name):
        made.append(name)
        return None if name == "none" else name.upper()

    wanted = Wanted(["a", "none", "b"], make)

    assert (wanted["b"], wanted.get("b"), made) == ("B", "B", ["b"])
    assert "other" not in wanted
    with pytest.raises(KeyError):
        wanted["other"]
    assert made == ["b"]
    assert dict(wanted) == {"a": "A", "b": "B"}
    assert (len(wanted), made) == (2, ["b", "a", "none"])
