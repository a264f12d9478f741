"""Jobs in several processes: all done, in order, and none left behind."""

import os
import time
from functools import partial

import pytest

from scifi import parallel


@pytest.fixture(params=[True, False])
def copies(request, monkeypatch):
    """As where a process can begin as a copy of this one, and as where it cannot."""
    monkeypatch.setattr(parallel, "COPIES", request.param and parallel.COPIES)


def test_each_job_gives_its_result_in_its_place(copies):
    """The slow ones come first, so that later ones are done before them."""
    waits = [0.05, 0.01, 0, 0, 0]

    def job(place, wait):
        time.sleep(wait)
        return place

    jobs = [partial(job, place, wait) for place, wait in enumerate(waits)]

    assert list(parallel.results(jobs)) == [0, 1, 2, 3, 4]


def test_what_goes_wrong_in_a_job_is_told(copies):
    with pytest.raises(ZeroDivisionError):
        list(parallel.results([lambda: 1, lambda: 1 // 0]))


def test_several_processes_take_part(monkeypatch):
    """Else no build would be sooner done."""
    monkeypatch.setattr(parallel, "PROCESSORS", 2)

    def job():
        time.sleep(0.05)
        return os.getpid()

    if parallel.COPIES:
        assert len(set(parallel.results([job] * 8)) - {os.getpid()}) == 2


def write(path, text):
    path.write_text(text)


def test_a_job_beside_is_waited_for_and_tells_whether_it_failed(tmp_path):
    with parallel.Beside(write, tmp_path / "said", "done") as good:
        assert good.finish()
    with parallel.Beside(write, tmp_path / "none" / "said", "done") as bad:
        assert not bad.finish()

    assert (tmp_path / "said").read_text() == "done"


def test_a_job_beside_ends_with_its_block():
    """Nothing goes on writing after a build that failed."""
    began = time.monotonic()
    with pytest.raises(ZeroDivisionError), parallel.Beside(time.sleep, 600) as long:
        raise ZeroDivisionError

    assert not long.finish()
    assert time.monotonic() - began < 60
