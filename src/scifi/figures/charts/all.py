"""
Every chart of the site: from frames of numbers to figures with a finding.

No file is read and no number is worked out here; both came from `metrics`.
"""

from calendar import monthrange
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.figures.charts.bars import Series, bars, rows_height
from scifi.figures.charts.chart import Chart, and_list, distinct, plural, wrap
from scifi.figures.charts.palette import (
    COLOUR_BY_KIND,
    FIRST,
    FOURTH,
    INK,
    NARROW,
    PATTERN_BY_KIND,
    SECOND,
    SOFT,
    THIRD,
    layout,
    marker,
)
from scifi.model.base import Urgency

URGENCY_WORDS = {
    "today": "act today",
    "this-week": "act this week",
    "this-quarter": "act this quarter",
}


def pathway_map(corpus: Corpus) -> Chart:
    """Which classes our cities fall into, axis by axis."""
    frame = metrics.pathway_map(corpus)
    grouped = (
        frame.groupby(["axis", "axis_title", "class", "class_title", "rank"])["city_title"]
        .agg(list)
        .reset_index()
    )
    order = {axis.id: axis.order for axis in corpus.axes}
    grouped["order"] = grouped["axis"].map(order)
    grouped = grouped.sort_values(["order", "rank"])
    grouped["cities"] = grouped["city_title"].map(len)
    labels = [f"{r.axis_title}: {r.class_title}" for r in grouped.itertuples()]
    numbers = [int(n) for n in grouped["cities"]]
    top = grouped.sort_values("cities", ascending=False).head(1)
    finding = "No city has a profile yet"
    if not grouped.empty:
        row = top.iloc[0]
        finding = (
            f"{row['cities']} of {frame['city'].nunique()} cities with a profile share one class: "
            f"{row['class_title'].lower()}"
        )
    table = pd.DataFrame(
        {
            "Axis": grouped["axis_title"],
            "Class": grouped["class_title"],
            "Cities": numbers,
            "Which": [", ".join(c) for c in grouped["city_title"]],
        }
    )
    return Chart(
        "pathway-map",
        finding,
        f"Bar chart of {plural(len(grouped), 'class', 'classes')} on "
        f"{plural(grouped['axis'].nunique(), 'axis', 'axes')}, each with the number of "
        "cities in it; the table below names them.",
        f"{plural(frame['city'].nunique(), 'city', 'cities')}; only classes that a source supports",
        partial(
            bars,
            labels,
            [Series("cities", FIRST, "", [*numbers], [str(n) for n in numbers])],
            "cities",
        ),
        table,
        frame,
    )


def steps_obstacles(corpus: Corpus) -> Chart:
    """Where cities get stuck: bubbles of obstacles against steps."""
    frame = metrics.steps_obstacles(corpus)
    steps = [step.title for step in corpus.steps]
    by_obstacle = frame.groupby("obstacle_title")["casestudies"].sum().sort_values(ascending=False)
    finding = "No case study reports an obstacle yet"
    if not frame.empty:
        worst = frame.groupby("step_title")["casestudies"].sum().idxmax()
        finding = (
            f'Cities get stuck most often in "{worst}", and most often by '
            f"{str(by_obstacle.index[0]).lower()}"
        )

    def draw(width: int) -> go.Figure:
        narrow = width <= NARROW
        shown = {o: wrap(o, 16 if narrow else 34) for o in by_obstacle.index}
        figure = go.Figure(
            go.Scatter(
                x=[steps.index(s) + 1 for s in frame["step_title"]],
                y=[shown[o] for o in frame["obstacle_title"]],
                mode="markers+text",
                text=[str(n) for n in frame["casestudies"]],
                textfont={"size": 13, "color": INK},
                textposition="middle center",
                cliponaxis=False,
                marker={
                    "size": [20 + 5 * min(n, 5) for n in frame["casestudies"]],
                    "color": "rgba(0,0,0,0)",
                    "line": {
                        "color": SECOND,
                        "width": [1.5 + min(n, 6) for n in frame["casestudies"]],
                    },
                },
                hovertemplate="%{y}: %{text} case studies<extra></extra>",
            )
        )
        rows = sum(max(label.count("<br>") + 1, 2) for label in shown.values())
        layout(figure, width, rows * 20 + 150, showlegend=False)
        figure.update_yaxes(
            categoryorder="array", categoryarray=list(shown.values()), autorange="reversed"
        )
        ticks = [str(i) for i in range(1, 8)] if narrow else [wrap(s, 10) for s in steps]
        figure.update_xaxes(
            tickvals=list(range(1, 8)),
            ticktext=ticks,
            range=[0.5, 7.5],
            side="top",
            title_text="step of the survival guide (1 to 7)" if narrow else "",
        )
        return figure

    met = len({case for who in frame["who"] for case in who.split(";")})
    table = pd.DataFrame(
        {
            "Step": frame["step_title"],
            "Obstacle": frame["obstacle_title"],
            "Case studies": frame["casestudies"],
        }
    )
    return Chart(
        "steps-obstacles",
        finding,
        "Matrix of the seven steps against obstacles; the number in each circle counts the case "
        "studies that met the obstacle in that step. The thicker the ring, the more.",
        f"{plural(met, 'case study', 'case studies')} that name at least one obstacle",
        draw,
        table,
        frame,
    )


def aid_kit(corpus: Corpus) -> Chart:
    """Remedies by urgency and by how often their trouble was met."""
    frame = metrics.aid_kit(corpus)
    frame["order"] = [-metrics.URGENCY_ORDER.index(Urgency(u)) for u in frame["urgency"]]
    frame = frame.sort_values(["order", "met", "title"], ascending=[True, False, True]).drop(
        columns="order"
    )
    labels = list(frame["title"])
    looks = {"today": (SECOND, ""), "this-week": (FIRST, "/"), "this-quarter": (THIRD, ".")}
    series = [
        Series(
            URGENCY_WORDS[urgency],
            *looks[urgency],
            [
                int(m) if u == urgency else None
                for m, u in zip(frame["met"], frame["urgency"], strict=True)
            ],
            [
                str(m) if u == urgency else ""
                for m, u in zip(frame["met"], frame["urgency"], strict=True)
            ],
        )
        for urgency in ("today", "this-week", "this-quarter")
        if urgency in set(frame["urgency"])
    ]
    finding = "No remedy is described yet"
    if not frame.empty:
        most = frame.sort_values("met", ascending=False).iloc[0]
        now = int((frame["urgency"] == "today").sum())
        finding = (
            f"{now} of {len(frame)} troubles call for action today; the one met most often is: "
            f"{most['title'].lower()}"
        )
    table = pd.DataFrame(
        {
            "Trouble": frame["title"],
            "Urgency": [URGENCY_WORDS[u] for u in frame["urgency"]],
            "Case studies that met it": frame["met"],
            "Survivors on record": frame["survivors"],
        }
    )

    return Chart(
        "aid-kit",
        finding,
        "Bar chart of the remedies, most urgent first, each with the number of case studies that "
        "met its trouble.",
        f"{plural(len(frame), 'remedy', 'remedies')}; a trouble counts as met where a case study "
        "tried the remedy or met one of its obstacles",
        partial(bars, labels, series, "case studies that met it"),
        table,
        frame,
    )


def scifi_funnel(corpus: Corpus) -> Chart:
    """From challenges to pilots to purchases."""
    frame = metrics.funnel(corpus, "scifi")
    labels = [
        f"{'Both cycles' if pd.isna(cycle) else f'Cycle {int(cycle)}'}: {what}"
        for cycle, what in zip(frame["cycle"], frame["what"], strict=True)
    ]
    # Sources that count differently stand one below the other, each with its name.
    labels = [
        f"{label} ({publisher})" if labels.count(label) > 1 else label
        for label, publisher in zip(labels, frame["publisher"], strict=True)
    ]
    texts = ["not reported" if pd.isna(v) else f"{v:g}" for v in frame["value"]]
    values = [None if pd.isna(v) else float(v) for v in frame["value"]]
    cycles = [0 if pd.isna(c) else int(c) for c in frame["cycle"]]
    looks = {1: ("cycle 1", FIRST, ""), 2: ("cycle 2", SECOND, "/"), 0: ("both cycles", THIRD, ".")}
    series = [
        Series(
            *looks[cycle],
            [v if c == cycle else None for v, c in zip(values, cycles, strict=True)],
            [t if c == cycle else "" for t, c in zip(texts, cycles, strict=True)],
        )
        for cycle in (1, 2, 0)
        if cycle in cycles
    ]

    bought = frame[frame["what"].str.contains("bought|procured", case=False)]
    finding = "From challenges to pilots: the counts the programme published"
    if not bought.empty and not pd.isna(bought.iloc[-1]["value"]):
        number = f"{bought.iloc[-1]['value']:g}"
        finding = f"After both cycles, cities bought {number} of the solutions they had tried"
    table = pd.DataFrame(
        {
            "Stage": labels,
            "Number": texts,
            "Unit": frame["unit"],
            "Kind": frame["kind"],
            "Note": frame["note"],
        }
    )
    return Chart(
        "scifi-funnel",
        finding,
        "Bar chart of the counts from challenge to purchase: cycle 1, then cycle 2, then both.",
        f"{plural(len(frame), 'count')}; where sources disagree, both are shown; sums of our own "
        "are marked as estimated in the table",
        partial(bars, labels, series, "number"),
        table,
        frame,
    )


def _day(partial_date: str, *, last: bool) -> str:
    """The first or last day that a year, month or day stands for, as YYYY-MM-DD."""
    parts = [int(p) for p in partial_date.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else (12 if last else 1)
    day = parts[2] if len(parts) > 2 else (monthrange(year, month)[1] if last else 1)
    return f"{year:04}-{month:02}-{day:02}"


def timeline(corpus: Corpus) -> Chart:
    """Both accelerator cycles and their pilots in time."""
    frame = metrics.timeline(corpus, "scifi")
    frame = frame.assign(
        first=[_day(s, last=False) for s in frame["start"]],
        final=[_day(e or s, last=True) for s, e in zip(frame["start"], frame["end"], strict=True)],
    )

    def draw(width: int) -> go.Figure:
        narrow = width <= NARROW
        names = distinct([wrap(w, 20 if narrow else 42) for w in frame["what"]])
        figure = go.Figure()
        for group, ends, name, colour, pattern in (
            ("phase", True, "phase of the programme", FIRST, ""),
            ("pilot", True, "pilot", SECOND, "/"),
            ("pilot", False, "pilot, end unknown", FOURTH, "x"),
        ):
            rows = [
                i
                for i, (g, e) in enumerate(zip(frame["group"], frame["end"], strict=True))
                if g == group and (bool(e) == ends or group == "phase")
            ]
            if not rows:
                continue
            lengths = [
                (
                    pd.Timestamp(frame["final"].iloc[i]) - pd.Timestamp(frame["first"].iloc[i])
                ).total_seconds()
                * 1000
                for i in rows
            ]
            figure.add_bar(
                name=name,
                y=[names[i] for i in rows],
                base=[frame["first"].iloc[i] for i in rows],
                x=lengths,
                orientation="h",
                marker=marker(colour, pattern),
                hovertemplate="%{y}: from %{base}<extra></extra>",
            )
        layout(figure, width, rows_height(names) + 80 + 30 * narrow, barmode="overlay")
        figure.update_yaxes(
            categoryorder="array", categoryarray=names, autorange="reversed", showgrid=False
        )
        figure.update_xaxes(type="date", nticks=4 if narrow else 7)
        return figure

    table = pd.DataFrame(
        {
            "What": frame["what"],
            "From": frame["start"],
            "To": [e or "not reported" for e in frame["end"]],
        }
    )
    pilots = int((frame["group"] == "pilot").sum())
    open_ends = int(((frame["group"] == "pilot") & (frame["end"] == "")).sum())
    finding = f"{open_ends} of {pilots} dated pilots have no published end"
    return Chart(
        "timeline",
        finding,
        "Timeline with one bar for each phase of the programme and each dated pilot. A bar for a "
        "year or month covers all of it.",
        f"{plural(pilots, 'pilot')} with a start date",
        draw,
        table,
        frame.drop(columns=["first", "final"]),
    )


def results_by_indicator(corpus: Corpus) -> Chart:
    """How many results each indicator has, of which kind, and how many have a baseline."""
    frame = metrics.results(corpus)
    frame = frame[frame["value"].notna()]
    counted = frame.groupby(["indicator_title", "kind"]).size().unstack(fill_value=0)
    totals = counted.sum(axis=1).sort_values(ascending=False, kind="stable")
    counted = counted.loc[totals.index]
    compared = frame.assign(yes=(frame["baseline"].notna()) | (frame["comparison"] != "none"))
    with_baseline = compared.groupby("indicator_title")["yes"].sum()
    labels = [f"{t} ({with_baseline[t]} of {totals[t]} compared)" for t in counted.index]
    series = [
        Series(
            kind,
            COLOUR_BY_KIND[kind],
            PATTERN_BY_KIND[kind],
            [int(n) or None for n in counted[kind]],
            ["" for n in counted[kind]],
        )
        for kind in ("measured", "reported", "estimated", "planned")
        if kind in counted
    ]
    measured = int((frame["kind"] == "measured").sum())
    finding = (
        f"{measured} of {len(frame)} published numbers were measured; "
        f"{int(compared['yes'].sum()) if len(frame) else 0} can be compared with a baseline"
    )
    table = pd.DataFrame(
        {
            "Indicator": list(counted.index),
            **{k.capitalize(): [int(n) for n in counted[k]] for k in counted.columns},
            "With baseline or comparison": [int(with_baseline[t]) for t in counted.index],
        }
    )
    return Chart(
        "results-by-indicator",
        finding,
        "Stacked bar chart: for each indicator the number of results, by kind of evidence.",
        f"{plural(len(frame), 'result')} with a number from "
        f"{plural(frame['casestudy'].nunique(), 'case study', 'case studies')}",
        partial(bars, labels, series, "results", stacked=True),
        table,
        frame,
    )


def evidence_grades(corpus: Corpus) -> Chart:
    """How many case studies have each evidence grade."""
    frame = metrics.evidence_grades(corpus)
    numbers = [int(n) for n in frame["casestudies"]]
    labels = [f"{r.grade}: {r.name}" for r in frame[["grade", "name"]].itertuples(index=False)]
    spoken = [f"{n} with grade {g}" for n, g in zip(numbers, frame["grade"], strict=True)]
    total = sum(numbers)
    weak = int(frame[frame["grade"].isin(["D", "E"])]["casestudies"].sum())
    return Chart(
        "evidence-grades",
        f"{weak} of {total} case studies have no measured result",
        f"Bar chart of evidence grades: {and_list(spoken)}.",
        plural(total, "case study", "case studies"),
        partial(
            bars,
            labels,
            [Series("case studies", FIRST, "", [*numbers], [str(n) for n in numbers])],
            "case studies",
        ),
        pd.DataFrame({"Grade": labels, "Case studies": numbers}),
        frame,
    )


def _as_read(frame: pd.DataFrame) -> list[str]:
    """Values of results as people read them: qualifier, digits grouped, range."""
    signs = {"about": "about ", "at-least": "at least ", "at-most": "at most ", "": ""}
    return [
        f"{signs[sign]}{value:,.10g}" + ("" if pd.isna(upper) else f" to {upper:,.10g}")
        for sign, value, upper in zip(
            frame["qualifier"], frame["value"], frame["value_to"], strict=True
        )
    ]


def indicator(corpus: Corpus, id_: str) -> Chart:
    """The results of one indicator in its most frequent unit: value, baseline, kind of evidence."""
    frame = metrics.results(corpus)
    frame = frame[(frame["indicator"] == id_) & frame["value"].notna()]
    unit = frame["unit"].mode().iloc[0] if len(frame) else ""
    shown = frame[frame["unit"] == unit].sort_values("value", ascending=False, kind="stable")
    labels = [f"{r.city}: {r.what}" for r in shown.itertuples()]
    texts = _as_read(shown)
    kinds = [k for k in PATTERN_BY_KIND if k in set(shown["kind"])]
    series = [
        Series(
            k,
            COLOUR_BY_KIND[k],
            PATTERN_BY_KIND[k],
            [
                float(v) if kind == k else None
                for v, kind in zip(shown["value"], shown["kind"], strict=True)
            ],
            [t if kind == k else "" for t, kind in zip(texts, shown["kind"], strict=True)],
        )
        for k in kinds
    ]

    def draw(width: int) -> go.Figure:
        figure = bars(labels, series, unit, width)
        rows = [i for i, b in enumerate(shown["baseline"]) if pd.notna(b) and b > 0]
        if rows:
            categories = list(figure.data[0].y)
            figure.add_scatter(
                x=[shown["baseline"].iloc[i] for i in rows],
                y=[categories[i] for i in rows],
                mode="markers",
                name="baseline",
                marker={
                    "symbol": "line-ns-open",
                    "size": 20,
                    "color": SOFT,
                    "line": {"width": 3, "color": SOFT},
                },
                hovertemplate="baseline %{x}<extra></extra>",
            )
            top = max(float(shown["baseline"].max()), float(shown["value"].max()))
            figure.update_xaxes(range=[figure.layout.xaxis.range[0], top * 1.18])
            figure.update_layout(showlegend=True)
        return figure

    table = pd.DataFrame(
        {
            "City": frame["city"],
            "What": frame["what"],
            "Value": _as_read(frame),
            "Unit": frame["unit"],
            "Baseline": ["not reported" if pd.isna(b) else f"{b:,.10g}" for b in frame["baseline"]],
            "Kind": frame["kind"],
        }
    )
    left_out = len(frame) - len(shown)
    count = plural(len(shown), "result")
    best = f"{labels[0]}, {texts[0]} {unit}" if labels else ""
    return Chart(
        f"indicator-{id_}",
        f"Largest published number: {best}" if len(shown) > 1 else (best or "No result yet"),
        f"Bar chart of {count} in {unit}; a vertical line marks the baseline where one is known.",
        count + (f" in {unit}; {left_out} in other units stand in the table" if left_out else ""),
        draw,
        table,
        frame,
    )


SITE_CHARTS = {
    "pathway-map": pathway_map,
    "steps-obstacles": steps_obstacles,
    "aid-kit": aid_kit,
    "scifi-funnel": scifi_funnel,
    "timeline": timeline,
    "results-by-indicator": results_by_indicator,
    "evidence-grades": evidence_grades,
}
"""The charts a page may ask for by name."""


def charts(corpus: Corpus) -> dict[str, Chart]:
    """Every chart with something to show, by id: the named ones, then one per indicator."""
    made = {name: make(corpus) for name, make in SITE_CHARTS.items()}
    counted = {r.indicator for c in corpus.casestudies for r in c.results if r.value is not None}
    for id_ in sorted(counted):
        one = indicator(corpus, id_)
        made[one.id] = one
    return {name: one for name, one in made.items() if not one.empty}
