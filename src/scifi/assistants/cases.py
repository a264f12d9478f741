"""Case studies for a town and a trouble: those that fit the town first, then the best founded."""

from collections.abc import Mapping
from dataclasses import dataclass

from scifi.assistants import places
from scifi.assistants.index import Index
from scifi.assistants.replies import FEW, Reply, head, nothing, result, shown, text
from scifi.assistants.shelf import Held, Shelf
from scifi.folding import fold
from scifi.labels import label
from scifi.language import _, and_list
from scifi.model.base import Status

PATHWAY = "pathway"
"""The facet by which a case study fits a town."""

WORTH = 0.6
"""Least share of a question that a case study has to answer: it is long, and holds many words."""

NEAR = 0.75
"""Share of the best score from which on a case study is as good an answer."""


@dataclass(frozen=True)
class Town:
    """Whose case studies are sought: the pathways of a town, and its id if it is known here."""

    pathways: tuple[str, ...] = ()
    id: str = ""


def find(
    shelf: Shelf, index: Index, profile: str, trouble: str, filters: Mapping[str, str]
) -> Reply:
    """The reply of the tool `find_cases`."""
    asked = ", ".join(part for part in (profile, trouble, *filters.values()) if part)
    wrong = _wrong(shelf, filters)
    if wrong:
        return nothing(shelf, asked, "casestudy", hint=wrong)
    town = _town(shelf, index, profile) if profile else Town()
    if town is None:
        return nothing(shelf, profile, "city", "pathway", hint=_classes(shelf))
    there, rest = places.named_in(shelf, trouble)
    found = _by_words(shelf, index, rest)
    if there and not rest:
        found = {id_: 1.0 for id_ in found if _is_in(shelf, id_, there)}
    found = {id_: score for id_, score in found.items() if _passes(shelf, id_, filters)}
    if profile and not trouble:
        found = {id_: score for id_, score in found.items() if _fits(shelf, id_, town)}
    if not found:
        return nothing(shelf, asked, "casestudy")
    order = _in_order(shelf, found, town, there)
    rows = [_row(shelf, id_, town, there, whole=at < FEW) for at, id_ in enumerate(order)]
    hits = index.solutions.ask(rest)[:3]
    tried = [_solution(shelf, shelf.all("solution")[hit.id]) for hit in hits]
    return {"pathways": list(town.pathways), "solutions": tried, **shown(rows)}


def _solution(shelf: Shelf, document: Held) -> Reply:
    """A solution in one line."""
    return {**head(shelf, document), "verdict": document["verdict"]["name"]}


def _by_words(shelf: Shelf, index: Index, trouble: str) -> dict[str, float]:
    if not trouble:
        return dict.fromkeys(shelf.all("casestudy"), 1.0)
    hits = index.casestudies.ask(trouble, WORTH)
    return {hit.id: hit.score / hits[0].score for hit in hits}


def _in_order(
    shelf: Shelf, found: Mapping[str, float], town: Town, there: frozenset[str]
) -> list[str]:
    """Those of a place that is named; then about equally good ones by town, then by grade."""

    def place(id_: str) -> tuple[bool, bool, bool, str, float, str]:
        near, fits = found[id_] >= NEAR, _fits(shelf, id_, town)
        grade = shelf.all("casestudy")[id_]["grade"]["letter"] if near else ""
        return (not _is_in(shelf, id_, there), not near, not fits, grade, -found[id_], id_)

    return sorted(found, key=place)


def _is_in(shelf: Shelf, id_: str, there: frozenset[str]) -> bool:
    return bool(there & set(shelf.all("casestudy")[id_]["entry"].get("cities", [])))


def _fits(shelf: Shelf, id_: str, town: Town) -> bool:
    document = shelf.all("casestudy")[id_]
    own = town.id in document["entry"].get("cities", [])
    return own or bool(set(document["facets"][PATHWAY]) & set(town.pathways))


def _town(shelf: Shelf, index: Index, profile: str) -> Town | None:
    """A town by its name, by classes of axes, or by the kind of town; None if there is none."""
    if "=" in profile:
        pairs = [part.split("=", 1) for part in profile.split(",") if "=" in part]
        traits = {axis.strip(): class_.strip() for axis, class_ in pairs}
        pathways = places.pathways_of(shelf, traits) if _known(shelf, traits) else []
        return Town(tuple(pathways)) if pathways else None
    known = places.town(shelf, profile)
    if known:
        return Town(tuple(places.pathways_of(shelf, places.traits_of(known))), known["id"])
    if shelf.get(PATHWAY, profile):
        return Town((profile,))
    hits = index.pathways.ask(profile)
    return Town((hits[0].id,)) if hits else None


def _known(shelf: Shelf, traits: Mapping[str, str]) -> bool:
    axes = {id_: held["entry"]["classes"] for id_, held in shelf.all("axis").items()}
    return all(
        class_ in [each["id"] for each in axes.get(axis, [])] for axis, class_ in traits.items()
    )


def _classes(shelf: Shelf) -> str:
    """The kinds of towns there are, for who named none of them."""
    ids = and_list(list(shelf.all(PATHWAY)))
    axes = "; ".join(
        f"{id_} = {', '.join(each['id'] for each in held['entry']['classes'])}"
        for id_, held in shelf.all("axis").items()
    )
    return _(
        "Name a town of the knowledge base, a kind of town ({ids}), or classes ({axes}).",
        ids=ids,
        axes=axes,
    )


def _value(facet: Held, wanted: str) -> str | None:
    """A value of a facet by itself or in words; a country in four languages."""
    named = {fold(each["title"]): each["value"] for each in facet["values"]}
    named |= {fold(each["value"]): each["value"] for each in facet["values"]}
    code = places.country(wanted) if facet["id"] == "country" else None
    return named.get(fold(code or wanted.strip()))


def _wrong(shelf: Shelf, filters: Mapping[str, str]) -> str:
    """What is wrong with the filters, in a sentence; empty if nothing is."""
    for name, wanted in filters.items():
        facet = shelf.facets.get(name)
        if facet is None:
            return _(
                "There is no filter {name}: use {all}.", name=name, all=and_list(list(shelf.facets))
            )
        if _value(facet, wanted) is None:
            values = and_list([each["value"] for each in facet["values"]])
            return _(
                "No case study has {name} “{wanted}”; there are {values}.",
                name=name,
                wanted=wanted,
                values=values,
            )
    return ""


def _passes(shelf: Shelf, id_: str, filters: Mapping[str, str]) -> bool:
    held = shelf.all("casestudy")[id_]["facets"]
    return all(_value(shelf.facets[name], wanted) in held[name] for name, wanted in filters.items())


def named(shelf: Shelf, ref: Held) -> Reply:
    """A case study in one line."""
    document = shelf.all("casestudy")[ref["id"]]
    return {
        "id": ref["id"],
        "title": ref["title"],
        "page": shelf.page(ref["page"]),
        "grade": document["grade"]["letter"],
        "status": label(Status(document["entry"]["afterwards"]["status"])),
    }


def _row(shelf: Shelf, id_: str, town: Town, there: frozenset[str], *, whole: bool) -> Reply:
    """A case study with the result that it is shown by; a `whole` one with its gist and fate."""
    document = shelf.all("casestudy")[id_]
    own = {held["at"]: held for held in document["results"]}
    told = named(shelf, {**document, "page": document["links"]["page"]})
    if town.pathways:
        told["fits_town"] = _fits(shelf, id_, town)
    if there:
        told["in_named_place"] = _is_in(shelf, id_, there)
    told["result"] = [result(shelf, own[at]) for at in document["grade"]["rests_on"][:1]]
    if whole:
        told["summary"] = text(document, document["entry"]["summary"])
        told["afterwards"] = text(document, document["entry"]["afterwards"]["reason"])
    return told
