"""The road of the seven steps: what hangs on it, where one is, where it gets steep."""

import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from scifi.figures import roads
from scifi.site import blocks
from scifi.site.pages import Site, pages


@pytest.fixture
def pathway(corpus):
    """The one pathway of the smallest knowledge base."""
    return corpus.pathways[0]


@pytest.fixture
def stuck_in(case, make):
    """Case studies, each of which met the example's obstacle in the steps given for it."""

    def build(*steps_of_each):
        return [
            make(
                case,
                obstacles=[
                    {"obstacle": "example-silos", "step": step, "text": "It was met [@ours]."}
                    for step in steps
                ],
            )
            for steps in steps_of_each
        ]

    return build


def test_a_stop_counts_a_case_study_once(corpus_with, stuck_in):
    """Met twice in one step by one case study is one case study that got stuck."""
    (case,) = stuck_in(["plan", "plan"])

    plan, do = roads.stops(corpus_with(case))

    assert (plan.stuck, do.stuck) == (1, 0)
    assert (plan.most_met, plan.most) == (["example-silos"], 1)
    assert do.most_met == []


def test_the_road_goes_on_where_it_arrived(published):
    """Each stretch begins on the side on which the one before ended; the last stop has none."""
    stretches = [stop.stretch for stop in roads.stops(published)]

    assert stretches[-1] == ""
    ends = [re.fullmatch(r"M(\d+) 0C.* (\d+) 100", path).groups() for path in stretches[:-1]]
    assert all(before[1] == after[0] for before, after in pairwise(ends))


def test_a_stop_shows_what_names_its_step(published):
    """Laws, windows and money hang where their own files say so, what can be had now first."""
    for stop in roads.stops(published):
        for kind, found in (
            ("law", stop.laws),
            ("window", stop.windows),
            ("funding", stop.funding),
        ):
            there = set(published.naming("step", stop.step.id, kind))
            assert {entry.id for entry in found} == there, (stop.step.id, kind)
        assert all(line.status in ("open", "rolling") for line in stop.usable)


def test_the_steepest_step_is_where_most_got_stuck(corpus, pathway, stuck_in):
    """Five case studies: all met something in the second step, one in the first too."""
    cases = stuck_in(["do"], ["do"], ["do"], ["do", "do"], ["plan", "do"])

    climb = roads.climb(corpus.steps, pathway, cases)

    assert [rise.step.id for rise in climb.steepest] == ["do"]
    assert (climb.most, climb.cases) == (5, 5)
    plan, do = climb.rises
    assert do.before - do.after == pytest.approx(5 * (plan.before - plan.after), abs=5)


def test_few_case_studies_leave_the_road_level(corpus, pathway, stuck_in):
    """Of four nobody can say where it gets steep, though each is still counted in its step."""
    cases = stuck_in(["do"], ["do"], ["do"], ["do"])

    climb = roads.climb(corpus.steps, pathway, [*cases, *stuck_in([])])

    assert climb.steepest == []
    assert climb.cases == 4
    assert {rise.after for rise in climb.rises} == {climb.rises[0].before}
    assert [rise.stuck for rise in climb.rises] == [0, 4]


def _page(site: Site, address: str) -> BeautifulSoup:
    return BeautifulSoup(next(p for p in pages(site) if p.address == address).body, "html.parser")


def test_a_pathway_says_in_words_where_it_is_steep(published):
    """Drawn, told above the drawing, and counted step by step below it, in the same numbers."""
    page = _page(Site(published, {}, {}), "pathways/mid-sized-regional-centre/")

    drawn = [int(text.string) for text in page.select(".climb text")]
    steepest, most, named = re.search(
        r"in the step “(.+)”: (\d+) of (\d+)\.", page.select_one(".climb-finding").text
    ).groups()
    told = {
        item.a.text: int(item.select_one(".where").text.split()[0])
        for item in page.select(".climb-steps > li")
        if item.select_one(".where")
    }
    assert told[steepest] == int(most) == max(told.values())
    assert f"Counted: {named} case studies" in page.text
    assert sorted(drawn) == sorted([*range(1, 8), *told.values()])


def test_a_pathway_with_few_case_studies_says_so(published):
    """No step is called the steepest."""
    page = _page(Site(published, {}, {}), "pathways/small-rural-town/")

    assert "too few to say where it gets steep" in page.text
    assert not page.select(".climb-finding, .road-steep, .road-ground")


def test_a_step_shows_where_one_is(published):
    """All steps are links, and the one of the page is marked."""
    page = _page(Site(published, {}, {}), "survival-guide/do/")

    stops = page.select(".small-road a")
    assert [stop.b.text for stop in stops] == list("1234567")
    assert [stop.span.text for stop in stops if stop.get("aria-current") == "step"] == [
        "Do the work"
    ]


def test_the_guide_hangs_four_signs_on_each_stop(site):
    """Also where there is nothing to hang: then the sign says so."""
    road = BeautifulSoup(blocks.steps(site, "survival-guide/", ()), "html.parser")

    stops = road.select(".road > li")
    assert len(stops) == len(site.corpus.steps)
    for stop in stops:
        assert [sign.text for sign in stop.select("dt")] == [
            "Obstacles",
            "Laws",
            "Windows of opportunity",
            "Money",
        ]
        assert all(sign.get_text(strip=True) for sign in stop.select("dd"))
