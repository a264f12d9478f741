"""What computed columns are called, and what stands in them; others have it in the model."""

from collections.abc import Mapping

from scifi.language import N_

Words = Mapping[str, tuple[str, str]]
"""Title and description of a column, by its name."""

_CASESTUDIES: Words = {
    "cities": (N_("Cities"), N_("Names of its places, with a bar between them.")),
    "countries": (N_("Countries"), N_("Countries of these places, two letters each.")),
    "themes": (N_("City services"), N_("The city services that it is about.")),
    "solutions": (N_("Solutions tried"), N_("Ids of the solutions that it tried.")),
    "steps": (N_("Steps"), N_("Ids of the steps of the survival guide that it shows best.")),
    "obstacles": (N_("Obstacles"), N_("Ids of the obstacles that it met.")),
    "grade": (
        N_("Evidence grade"),
        N_("From A (measured, compared, independent) to E (no number on the aim); computed."),
    ),
    "results": (N_("Results"), N_("How many of its results have a number.")),
    "sizes": (N_("City sizes"), N_("Ids of the size classes of its cities.")),
    "pathways": (N_("Pathways"), N_("Ids of the pathways that it belongs to.")),
    "money": (
        N_("Money"),
        N_("The band of its largest sum in EUR; or not-reported, or other-currency."),
    ),
    "effect": (
        N_("Largest change"),
        N_("The largest change reported or measured, in per cent for the better."),
    ),
    "effect_indicator": (N_("Largest change: indicator"), N_("The indicator of that change.")),
    "headline_indicator": (
        N_("Headline: indicator"),
        N_("The indicator of the result that the grade rests on and that pages show."),
    ),
    "headline_what": (N_("Headline: what"), N_("What that result counts.")),
    "headline_qualifier": (N_("Headline: qualifier"), N_("about, at-least or at-most.")),
    "headline_value": (N_("Headline: number"), N_("Its number, in its own unit.")),
    "headline_value_to": (N_("Headline: upper end"), N_("The upper end, where it is a range.")),
    "headline_baseline": (
        N_("Headline: number before"),
        N_("The number before, or of the control group."),
    ),
    "headline_unit": (N_("Headline: unit"), N_("The unit of that result.")),
    "headline_direction": (N_("Headline: direction"), N_("better, none, worse or unclear.")),
    "headline_kind": (N_("Headline: kind of evidence"), N_("measured, reported or estimated.")),
    "headline_measured_by": (N_("Headline: measured by"), N_("Who took the number.")),
    "headline_comparison": (N_("Headline: comparison"), N_("What it is compared with.")),
    "headline_period": (N_("Headline: period"), N_("When or how long it was counted.")),
}

_RESULTS: Words = {
    "city": (N_("Places"), N_("The names of the places of the case study.")),
    "indicator_title": (N_("Indicator"), N_("The indicator in words.")),
    "grade": (N_("Evidence grade"), N_("The grade of the case study, from A to E; computed.")),
}

_SOLUTIONS: Words = {
    "themes": (N_("City services"), N_("The city services that it is about.")),
    "verdict": (
        N_("Verdict"),
        N_("Whether it works, by the printed rules, from the case studies that tried it."),
    ),
    "outcome": (N_("Outcome"), N_("The indicator that the verdict is on.")),
    "compared": (
        N_("Compared"),
        N_("Case studies whose result on it was measured and compared; the next six divide them."),
    ),
    "better": (N_("Better"), N_("Case studies in which it got better.")),
    "small": (N_("Small"), N_("Better, but by less than is worth having.")),
    "none": (N_("None"), N_("No difference was found.")),
    "worse": (N_("Worse"), N_("It got worse.")),
    "mixed": (N_("Mixed"), N_("Results of one case study point both ways.")),
    "unclear": (N_("Unclear"), N_("The results leave it open.")),
    "independent": (N_("Independent"), N_("Those that somebody independent measured.")),
    "told": (N_("Told"), N_("Case studies that say a direction, not measured or not compared.")),
    "casestudies": (N_("Case studies"), N_("How many case studies tried it.")),
    "known": (N_("Fate known"), N_("Of how many it is known what became of them.")),
    "stopped": (N_("Stopped"), N_("How many of these were stopped or failed.")),
}

_REMEDIES: Words = {
    "remedy": (N_("Remedy"), N_("Its id again, as other tables call it.")),
    "met": (
        N_("Met"),
        N_("How many case studies tried the remedy or met one of its obstacles."),
    ),
    "survivors": (N_("Survivors"), N_("How many people or cities on record survived it.")),
}

_PROFILES: Words = {
    "city_title": (N_("City"), N_("The name of the city.")),
    "axis_title": (N_("Axis"), N_("The name of the axis.")),
    "class_title": (N_("Class"), N_("The class in words.")),
    "rank": (N_("Rank"), N_("The place of the class on the axis, from 0.")),
}

_OBSTACLES: Words = {
    "step": (N_("Step"), N_("The step of the survival guide.")),
    "obstacle": (N_("Obstacle"), N_("The obstacle.")),
    "step_title": (N_("Step in words"), N_("The name of the step.")),
    "obstacle_title": (N_("Obstacle in words"), N_("The name of the obstacle.")),
    "casestudies": (N_("Case studies"), N_("How many case studies met it in this step.")),
    "who": (N_("Which"), N_("Ids of these case studies, with a bar between them.")),
}

WORDS: Mapping[str, Words] = {
    "casestudies": _CASESTUDIES,
    "results": _RESULTS,
    "solutions": _SOLUTIONS,
    "remedies": _REMEDIES,
    "city-profiles": _PROFILES,
    "obstacles-met": _OBSTACLES,
}
"""Computed columns by their table."""
