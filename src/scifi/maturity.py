"""
The rule of the maturity check in words: which levels give which class on the axis.

The rule is our own and can be counted by hand; the page prints it. The browser counts with it
(`frontend/scripts/pure/maturity.js`), tested with the examples in `tests/examples/maturity/`.
"""

from scifi.language import N_

AXIS = "maturity"
"""The axis of the class, and the question of the pathway finder that it answers."""

STARTING, PILOTS, RUNNING = "starting-from-zero", "first-pilots", "running-services"

CLASSES = (
    (STARTING, N_("Half of the levels, or more, are 1.")),
    (RUNNING, N_("More than half of the levels are 4, and none is 1.")),
    (PILOTS, N_("Everything else.")),
)
"""Class and condition; the first condition that holds decides."""
