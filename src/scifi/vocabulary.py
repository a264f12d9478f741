"""Words that content files may use and several layers must agree on: macros, charts, roles."""

KIND_BY_MACRO = {
    "casestudies": "casestudy",
    "chart": "chart",
    "count": "kind",
    "indicators": "indicator",
    "obstacles": "obstacle",
    "remedies": "remedy",
    "steps": "step",
}
"""The macros a chapter may call, and the kind of name each takes as its arguments."""

CHARTS = (
    "pathway-map",
    "steps-obstacles",
    "aid-kit",
    "scifi-funnel",
    "timeline",
    "results-by-indicator",
    "evidence-grades",
)
"""The charts of the site, by the name they have in pages, files and downloads."""

COUNTED_BESIDES = ("result", "source")
"""What `{{ count("...") }}` can count besides the kinds of entries."""
