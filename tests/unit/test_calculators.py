"""The two calculators: published examples, our own simulations, and words for bad luck."""

import json
import random
from math import inf, sqrt
from pathlib import Path
from statistics import mean

import pytest

from scifi.figures.metrics import pay_back, sample_size

EXAMPLES = Path(__file__).parents[1] / "examples/calculators"


def examples(name):
    return json.loads((EXAMPLES / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", examples("how-many.json"), ids=lambda e: json.dumps(e["given"]))
def test_how_many_agrees_with_what_was_published(example):
    found = getattr(sample_size, example["asks"])(**example["given"])

    if example["answer"] is None:
        assert found is None
    else:
        assert found == pytest.approx(example["answer"], abs=example.get("within", 1e-9))


@pytest.mark.parametrize("name", ["how-many.json", "pay-back.json"])
def test_three_examples_or_more_are_published_elsewhere(name):
    """Each names who published it and where."""
    sources = [e["source"] for e in examples(name) if e["from"] == "published"]

    assert len({source["url"] for source in sources}) >= 3
    assert all(source["title"] and source["publisher"] for source in sources)


def simulated_power(units, weeks, unit_spread, area_spread, change, rounds=3000):
    """How often a change of this size is seen, by our own throw of dice; spreads as shares."""
    dice = random.Random(7)
    week = sqrt(unit_spread**2 / units + area_spread**2)
    error = sqrt(4 * week**2 / weeks)

    def area(level):
        return mean(dice.gauss(level, week) for _ in range(weeks))

    seen = [
        (area(1) - area(1 - change)) - (area(1) - area(1)) > 1.96 * error for _ in range(rounds)
    ]
    return mean(seen)


@pytest.mark.parametrize(
    ("weeks", "change", "power"), [(12, 0.20, 0.81), (12, 0.10, 0.29), (48, 0.10, 0.80)]
)
def test_weeks_with_a_twin_agree_with_a_simulation(weeks, change, power):
    """20 units and 20 twins: 12 weeks see a fifth four times in five, a tenth hardly."""
    assert simulated_power(20, weeks, 0.5, 0.05, change) == pytest.approx(power, abs=0.03)


def never(years):
    """JSON has no infinite number: null stands for never."""
    return inf if years is None else years


@pytest.mark.parametrize("example", examples("pay-back.json"), ids=lambda e: e["what"])
def test_pay_back_agrees_with_what_was_published(example):
    found = pay_back.pay_back(pay_back.Plan(**example["plan"]))

    for part, years in example["years"].items():
        assert found.years[int(part)] == pytest.approx(never(years), abs=0.01)
    assert found.never == pytest.approx(example["never"], abs=0.001)
    if "decides" in example and example["decides"] is None:
        assert found.decides is None
    elif "decides" in example:
        assert found.decides.name == example["decides"]["name"]
        assert found.decides.years_low == pytest.approx(
            never(example["decides"]["yearsLow"]), abs=0.01
        )


def test_draws_are_spread_as_the_guide_to_uncertainty_says():
    """Four even spreads added: 95 of 100 lie within 3.88 (JCGM 101:2008, 9.2.3, table 3)."""
    half = sqrt(3)
    pairs = [(2, 17), (3, 19), (5, 23), (7, 29)]
    sums = sorted(
        sum(pay_back.drawn([(-half, half)], count, pair) for pair in pairs)
        for count in range(1, pay_back.DRAWS + 1)
    )

    inside = [each for each in sums if abs(each) <= 3.88]
    assert len(inside) / pay_back.DRAWS == pytest.approx(0.95, abs=0.003)
