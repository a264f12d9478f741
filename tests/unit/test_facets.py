"""How case studies are sorted out: their values on each facet, and the size of their effect."""

import pytest

from scifi import facets
from scifi.corpus import Corpus
from scifi.effects import effects
from scifi.site.views import facet_titles


@pytest.fixture
def indicator(corpus):
    """The one indicator of the smallest knowledge base: collections, fewer are better."""
    return corpus.get("indicator", "example-collections")


@pytest.fixture
def change_of(corpus_with, case_of, indicator, make, result):
    """`change_of(better="higher", value=3)`: the effect of a case with that single result."""

    def of(better="lower", **changes):
        kinds = {"higher": ("higher", ["% more"]), "saving": ("higher", ["% less"])}
        way, units = kinds.get(better, (better, indicator.units))
        held = corpus_with(make(indicator, better=way, units=units))
        found = effects(held, case_of(result(**changes)))
        return found[0].change if found else None

    return of


@pytest.fixture
def with_sums(case, make):
    """`with_sums((10, "EUR"), ...)`: the example case with these sums."""

    def of(*sums):
        rows = [
            {
                "what": "a sum",
                "amount": amount,
                "currency": currency,
                "kind": "reported",
                "source": "example-report",
            }
            for amount, currency in sums
        ]
        return make(case, money=rows)

    return of


@pytest.mark.parametrize(
    "unit, better, value, change",
    [
        ("% less", "lower", 33, 33),
        ("% less", "saving", 33, 33),
        ("% less", "saving", -5, -5),
        ("% more", "saving", 4, -4),
        ("% less", "higher", 40, -40),
        ("% better", "higher", 14, 14),
        ("% more", "higher", 20, 20),
        ("% more", "lower", 20, -20),
    ],
)
def test_a_unit_can_state_the_change(change_of, unit, better, value, change):
    """Less is better of a saving and where lower is better; more where more is counted."""
    assert change_of(better, unit=unit, value=value, baseline=None) == change


@pytest.mark.parametrize(
    "better, value, baseline, change",
    [
        ("lower", 19, 115, 83.5),
        ("lower", 150, 100, -50),
        ("higher", 1350, 800, 68.8),
        ("saving", 49, 154, 68.2),
    ],
)
def test_a_baseline_gives_the_change(change_of, better, value, baseline, change):
    """The difference to the number before, in per cent of it, signed by what is better."""
    found = change_of(better, unit="collections", value=value, baseline=baseline)

    assert found == pytest.approx(change, abs=0.1)


@pytest.mark.parametrize(
    "changes",
    [
        {"value": None},
        {"kind": "estimated"},
        {"kind": "planned"},
        {"unit": "collections", "baseline": None},
        {"unit": "collections", "baseline": 0},
        {"unit": "%", "baseline": 5},
        {"unit": "% of bins", "baseline": 5},
    ],
)
def test_what_is_no_change_has_no_effect(change_of, changes):
    """No number, a guess, a plan, no number before, or a share: no effect, and no zero."""
    assert change_of(**changes) is None


def test_an_indicator_without_a_better_way_has_no_effect(change_of):
    """More vans in service is neither good nor bad."""
    assert change_of("neither") is None


@pytest.mark.parametrize(
    "changes, change",
    [
        ({"value": 10, "value_to": 25}, 10),
        ({"unit": "EUR", "value": 2500, "value_to": 3000, "baseline": 7500}, 60),
    ],
)
def test_of_a_range_the_end_nearer_to_no_change_counts(change_of, changes, change):
    """A range never flatters."""
    assert change_of(**changes) == change


def test_each_indicator_keeps_its_largest_change(corpus_with, case_of, indicator, make, result):
    """A filter on an indicator shows that one's effect; the largest of all comes first."""
    held = corpus_with(make(indicator, id="other"))
    case = case_of(result(value=20), result(value=30), result(value=50, indicator="other"))

    found = effects(held, case)

    assert [(effect.result.indicator, effect.change) for effect in found] == [
        ("other", 50),
        ("example-collections", 30),
    ]


@pytest.mark.parametrize(
    "amount, band",
    [
        (0, "to-50-000"),
        (50_000, "to-50-000"),
        (50_001, "to-200-000"),
        (1_000_000, "to-1-million"),
        (10_000_000, "to-10-million"),
        (10_000_001, "above-10-million"),
    ],
)
def test_a_money_band_holds_its_upper_end(with_sums, amount, band):
    """Each sum belongs to one band."""
    assert facets.money_band(with_sums((amount, "EUR"))) == band


def test_the_largest_sum_in_euro_decides(with_sums):
    """Larger sums in another currency are not converted, and no sum is not reported."""
    assert facets.money_band(with_sums((10, "EUR"), (60_000, "EUR"), (9e9, "GBP"))) == "to-200-000"
    assert facets.money_band(with_sums((9e9, "GBP"))) == "other-currency"
    assert facets.money_band(with_sums()) == "not-reported"
    assert facets.largest_sum(with_sums((5, "GBP"), (9, "USD"))).currency == "GBP"


def test_a_case_study_has_a_value_on_every_facet(corpus, case):
    """What the smallest case study names, in words of the knowledge base."""
    found = facets.values(corpus, case)

    assert found == {
        "theme": ["waste", "public-space"],
        "solution": ["none"],
        "country": ["BE"],
        "size": ["not-reported"],
        "pathway": found["pathway"],
        "step": ["plan", "do"],
        "obstacle": ["example-silos"],
        "indicator": ["example-collections"],
        "status": ["running"],
        "grade": ["A"],
        "money": ["to-50-000"],
        "programme": ["scifi"],
    }


def test_what_is_not_named_is_a_value_too(corpus, case, make):
    """Nothing drops out of the counts."""
    bare = make(case, programme=None, obstacles=[], results=[], money=[])

    found = facets.values(corpus, bare)

    assert found["programme"] == found["obstacle"] == found["indicator"] == ["none"]
    assert found["money"] == ["not-reported"]


def test_the_size_is_that_of_each_of_its_places(corpus_with, corpus, case, make):
    """A known class, and "not reported" for a place that has none."""
    axis = make(corpus.axes[0], id="size")
    trait = {"axis": "size", "class": "large", "text": "It is large [@ours]."}
    big = make(corpus.cities[0], id="bigtown", title="Bigtown", profile=[trait])
    held = corpus_with(axis, big)

    found = facets.values(held, make(case, cities=["bigtown", "exampleville"]))["size"]

    assert found == ["large", "not-reported"]
    facet = next(facet for facet in facets.FACETS if facet.id == "size")
    assert [facet_titles.title(held, facet, value) for value in found] == [
        "Large example",
        "Not known",
    ]


def test_members_come_in_the_order_of_a_facet_or_by_number(corpus_with, corpus, case, make):
    """Grades from A to E; themes with most case studies first; what is not named last."""
    held = corpus_with(
        make(case, id="second", themes=["heat"], results=[], programme=None),
        make(case, id="third", themes=["heat"], programme=None),
    )

    found = facets.members(held)

    assert list(found["grade"]) == ["A", "E"]
    assert next(iter(found["theme"])) == "heat"
    assert list(found["programme"]) == ["scifi", "none"]
    assert [member.id for member in found["programme"]["none"]] == ["second", "third"]
    assert facets.members(Corpus({}))["theme"] == {}


def test_every_value_has_a_name_and_a_page(corpus, corpus_with, case, make):
    """Entries lead to their own page, all other values to a list made for them."""
    held = corpus_with(make(case, id="bare", programme=None, obstacles=[], results=[], money=[]))
    shown = {
        facet.id: {
            facet_titles.title(held, facet, value): facet_titles.address(facet, value)
            for value in facets.members(held)[facet.id]
        }
        for facet in facets.FACETS
    }

    assert shown["theme"]["Public space"] == "casestudies/by/theme/public-space/"
    assert shown["country"] == {"Belgium": "casestudies/by/country/be/"}
    assert shown["obstacle"]["Example offices do not talk"] == (
        "survival-guide/obstacles/example-silos/"
    )
    assert shown["obstacle"]["None reported"] == "casestudies/by/obstacle/none/"
    assert shown["grade"]["A (independent proof)"] == "casestudies/by/grade/a/"
    assert shown["status"] == {"Still running": "casestudies/by/status/running/"}
    assert shown["money"]["Not reported"] == "casestudies/by/money/not-reported/"
