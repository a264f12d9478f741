"""
Thirty grades that once rested on the wrong number, each with the reason for its letter today.

The number of work done, a plan or a draft had given them a better letter, or a weaker number hid
a better one. A case may earn another letter by a new number on its aim: then change the line.
"""

import pytest

from scifi.grade import grade
from scifi.model.base import Direction

GRADES = {
    "smart-irrigation-loures": ("D", "the water is reported; the cooking oil is no irrigation"),
    "coronacion-retrofit-vitoria-gasteiz": ("D", "the saving is reported; e-bikes are no retrofit"),
    "oxford-road-triangulum-manchester": ("D", "the headline stands in a draft report"),
    "e-bike-rewards-lisbon": ("E", "users and kilometres are use, not effect"),
    "noiseability-edinburgh-eindhoven-bilbao": ("E", "data points are no effect"),
    "fifty-fifty-schools-13-countries": (
        "D",
        "the measured number is of the Slovenian schools only",
    ),
    "household-bins-helsingborg": (
        "D",
        "reported; the large test turned it round, without a number",
    ),
    "demand-priced-parking-san-francisco": ("B", "43 against 13 per cent, measured by the city"),
    "park-irrigation-prague-2": ("D", "a release the supplier paid for"),
    "home-water-audits-essex-and-suffolk": (
        "B",
        "read from meters by the supplier, a later phase too",
    ),
    "sewage-heat-cologne": ("C", "kilowatt-hours of two schools, measured, compared with nothing"),
    "pay-by-weight-waste-aschaffenburg": ("C", "official statistics, nothing from before"),
    "kutsuplus-minibus-helsinki": ("D", "the cost of a trip is an estimate; journeys are use"),
    "council-flats-retrofit-milan": ("D", "a demand that was calculated"),
    "retrofit-broegarden-alingsas": ("D", "the source shows neither meters nor years"),
    "strijp-s-triangulum-eindhoven": ("D", "the source calls its figures a draft"),
    "retrofit-mobility-stations-cologne": ("D", "told in an interview; homes done are no saving"),
    "home-retrofit-nottingham": ("D", "reported, the method is not known"),
    "accessible-parking-murcia-region": ("E", "towns that take part are no effect"),
    "allride-cycling-mechelen-bruges": ("E", "pupils and kilometres are work done"),
    "bike-share-tartu": ("E", "hires are use, not effect"),
    "bin-sensors-dublin": ("E", "bins are work done; the aim was missed"),
    "building-meters-arrabida": ("E", "buildings with meters are work done"),
    "charging-station-malaga": ("E", "one station is work done"),
    "deicing-routes-delft": ("E", "years of past data go in, nothing came out"),
    "gully-sensors-united-kingdom": ("E", "sensors are work done"),
    "misting-pergola-kfar-saba": ("E", "months until the opening are no effect"),
    "remote-lighting-agron": ("E", "lamps are work done"),
    "smart-lamps-idl-nantes": ("E", "lamps are work done; the trial failed"),
    "smart-meters-western-greece": ("E", "buildings with meters are work done"),
}


@pytest.mark.parametrize("name", GRADES)
def test_a_grade_rests_on_the_aim_of_its_pilot(corpus, name):
    """The letter follows from the number the title stands on, for the reason beside it."""
    letter, why = GRADES[name]
    case = corpus.get("casestudy", name)

    given = grade(corpus, case)

    rests_on = [result.what for result in given.results]
    assert given.letter == letter, f"{letter} because {why}; now {given.letter}, by {rests_on}"


def test_the_large_test_of_the_bins_stands_beside_the_pilot(corpus):
    """The letter rests on 40 per cent fewer emptyings; that the large test was worse leads too."""
    case = corpus.get("casestudy", "household-bins-helsingborg")

    assert Direction.WORSE in {result.direction for result in case.results if result.headline}
