"""Words that content files may use and several layers must agree on: macros, charts, roles."""

from pathlib import Path

KIND_BY_MACRO = {
    "casestudies": "casestudy",
    "chart": "chart",
    "count": "kind",
    "indicators": "indicator",
    "obstacles": "obstacle",
    "remedies": "remedy",
    "solutions": "solution",
    "steps": "step",
}
"""The macros a chapter may call, and the kind of name each takes as its arguments."""

_CHART_FILES = (Path(__file__).parent / "figures" / "charts").glob("[!_]*.py")

_CHARTS_OF_ENTRIES = ("cost", "indicator", "solution")

CHARTS = tuple(
    sorted(
        file.stem.replace("_", "-") for file in _CHART_FILES if file.stem not in _CHARTS_OF_ENTRIES
    )
)
"""
The charts of the site, by the name they have in pages, files and downloads: one for each file
of `figures/charts/`. The rest have no name of their own: they make a chart for each indicator or
solution.
"""

COUNTED_BESIDES = ("result", "source")
"""What `{{ count("...") }}` can count besides the kinds of entries."""
