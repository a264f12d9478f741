"""The numbers of one's own that the pay-back asks for, and the outcomes that a town pays for."""

from scifi.language import N_
from scifi.model.base import Source
from scifi.site.number_fields import NumberField

EUR = N_("EUR")

FIELDS = (
    NumberField("devices", N_("How many do you want to buy?"), None, 1, whole=True),
    NumberField("life", N_("For how many years will they last?"), None, 1, 60, N_("years")),
    NumberField("prices-low", N_("Price of one, put up: low"), None, 0, 1e7, EUR, optional=True),
    NumberField("prices-high", N_("Price of one, put up: high"), None, 0, 1e7, EUR, high=True),
    NumberField("yearly-low", N_("Cost of one in a year: low"), None, 0, 1e6, EUR),
    NumberField("yearly-high", N_("Cost of one in a year: high"), None, 0, 1e6, EUR, high=True),
    NumberField("now-low", N_("Visits, m³ or kWh a year today: low"), None, 0, 1e10),
    NumberField("now-high", N_("Visits, m³ or kWh a year today: high"), None, 0, 1e10, high=True),
    NumberField("costs-low", N_("What one visit, m³ or kWh costs: low"), None, 0, 1e6, EUR),
    NumberField(
        "costs-high", N_("What one visit, m³ or kWh costs: high"), None, 0, 1e6, EUR, high=True
    ),
)
"""In the order of the form: a name, then low or high."""

EXAMPLE_SOLUTION = "led-street-light-renewal"
EXAMPLE_OUTCOME = "lighting-electricity-saving"

EXAMPLE = {
    "devices": 100,
    "life": 15,
    "prices-low": 400,
    "prices-high": 1100,
    "yearly-low": 0,
    "yearly-high": 10,
    "now-low": 40_000,
    "now-high": 50_000,
    "costs-low": 0.2,
    "costs-high": 0.3,
}
"""An invented town with a hundred street lights: every number is our estimate."""

PAID_FOR = frozenset(
    {
        "bin-collections-saving",
        "contacts-with-staff",
        "electricity-saving",
        "energy-bill-saving",
        "energy-saving",
        "food-waste-saving",
        "heat-saving",
        "home-water-saving",
        "homes-electricity-saving",
        "homes-gas-saving",
        "lighting-electricity-saving",
        "metered-energy-saving",
        "staff-travel-saving",
        "unsorted-waste-saving",
        "visits-saving",
        "waste-per-person",
        "water-saving",
    }
)
"""
Indicators of what somebody pays for by the piece, so that less of it is money.

Cleaner air or fewer injuries are worth having, but no bill of the town falls with them.
"""

SOURCES = {
    "payback": Source(
        title="Simple payback: lighting energy savings, worked example",
        publisher="USDA Forest Service",
        url="https://www.fs.fed.us/t-d/pubs/htmlpubs/htm01712310/payback.htm",
        date=None,
        read="2026-11",
    ),
    "south-dublin": Source(
        title="Reply on big belly bins, 13 September 2021",
        publisher="South Dublin County Council",
        url="https://meetings.southdublin.ie/Home/ViewReply/71933",
        date="2021-09-13",
        read="2026-11",
    ),
    "echo": Source(
        title="Big Belly smart solar bins would save council EUR 60,000",
        publisher="The Echo",
        url="https://www.echo.ie/big-belly-smart-solar-bins-would-save-council-60-000",
        date=None,
        read="2026-11",
    ),
}
"""Where the formula was read, and an example of it."""
