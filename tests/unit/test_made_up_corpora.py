"""The made-up knowledge bases of the benchmarks: sound, like the real one, and always the same."""

import hashlib
from statistics import mean

import pytest
from benchmarks import corpora

from scifi.content.checks import check_all

CASES = 50


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project with fifty made-up case studies."""
    folder = tmp_path_factory.mktemp("made-up") / "project"
    corpora.write(CASES, folder, seed=3)
    return folder


@pytest.fixture(scope="module")
def report(made):
    """What `scifi check` says of it."""
    return check_all(made)


def test_a_made_up_knowledge_base_passes_the_check(report):
    """A benchmark of content that is refused would measure nothing."""
    assert report.problems == []
    assert len(report.corpus.casestudies) == CASES


def test_the_same_seed_gives_the_same_bytes(made, tmp_path):
    """Two people measure the same thing; another seed gives other case studies."""

    def digest(folder):
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        whole = hashlib.sha256()
        for path in files:
            whole.update(str(path.relative_to(folder)).encode() + path.read_bytes())
        return whole.hexdigest()

    corpora.write(CASES, tmp_path / "again", seed=3)
    corpora.write(CASES, tmp_path / "other", seed=4)

    assert digest(tmp_path / "again") == digest(made)
    assert digest(tmp_path / "other") != digest(made)


@pytest.mark.parametrize("field", ["results", "sources", "lessons", "solutions", "obstacles"])
def test_made_up_case_studies_are_as_long_as_real_ones(report, published, field):
    """On the average each has as many results, sources and lessons, give or take a fifth."""

    def average(cases):
        return mean(len(getattr(case, field)) for case in cases)

    real = average(published.casestudies)
    assert average(report.corpus.casestudies) == pytest.approx(real, rel=0.2)
