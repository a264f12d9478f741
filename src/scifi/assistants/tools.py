"""The answers, as plain data: each function is a tool, its docstring tells an assistant its use."""

from collections.abc import Callable, Mapping
from typing import Any

from scifi.assistants import cases, places
from scifi.assistants.index import Index
from scifi.assistants.replies import (
    ADVICE,
    FEW,
    Reply,
    head,
    nothing,
    result,
    shown,
    text,
    texts,
    value,
)
from scifi.assistants.search import Search
from scifi.assistants.shelf import Held, Shelf
from scifi.labels import label
from scifi.language import _, country
from scifi.model.base import Urgency
from scifi.model.clause import ClauseLevel


class Tools:
    """The tools over the files of one site."""

    def __init__(self, shelf: Shelf):
        self._shelf = shelf
        self._index = Index(shelf)

    @property
    def all(self) -> Mapping[str, Callable[..., Reply]]:
        """Every tool by its name, in the order in which they are offered."""
        return {
            tool.__name__: tool
            for tool in (
                self.what_is_here,
                self.find_cases,
                self.solution,
                self.results,
                self.promised_and_delivered,
                self.remedy,
                self.law,
                self.clause,
                self.not_found,
            )
        }

    def what_is_here(self) -> Reply:
        """
        Say what this knowledge base on smart-city pilots holds: kinds of entries with counts,
        date, licence, how numbers are to be read, and the filters of `find_cases`.
        """
        held = self._shelf.contents
        return {
            "title": held["title"],
            **{key: held[key] for key in ("version", "date", "licence", "notes")},
            "site": held["root"],
            "counts": {kind["kind"]: kind["count"] for kind in held["kinds"]},
            "filters": {
                name: [each["value"] for each in facet["values"]][:FEW]
                for name, facet in self._shelf.facets.items()
            },
        }

    def find_cases(
        self, profile: str = "", trouble: str = "", filters: dict[str, str] | None = None
    ) -> Reply:
        """
        Find case studies of pilots.

        profile: whose town: the name of a town of the knowledge base, a kind of town such as
        "port city", or classes such as "size=small-urban-area, university=university-city".
        trouble: what hurts or what is sought, in a few plain words.
        filters: values by facet: theme, solution, country, size, pathway, step, obstacle,
        indicator, status, grade, money, programme.
        """
        return cases.find(self._shelf, self._index, profile, trouble, filters or {})

    def solution(self, id: str) -> Reply:
        """
        Say what is known of a solution: verdict, effect, cost, failures, what was promised, what
        must exist first. `id` is its id, or a few words that name it or its trouble.
        """
        document = self._one("solution", id, self._index.solutions)
        if document is None:
            return nothing(self._shelf, id, "solution")
        return self._solution(document)

    def _solution(self, document: Held) -> Reply:
        shelf, entry, verdict = self._shelf, document["entry"], document["verdict"]
        evidence = [held for each in verdict["evidence"] for held in each["results"]]
        return {
            **head(shelf, document),
            "summary": text(document, entry["summary"]),
            "verdict": {
                key: verdict[key]
                for key in ("id", "name", "needs", "compared", "independent", "told", "counts")
            },
            "decided_by": verdict["outcome"]["title"],
            "effect": verdict["effect"] or _("no number was published"),
            "cost": verdict["cost"] or _("not known"),
            "ended": verdict["ended"],
            "forms": verdict["forms"],
            "condition": entry.get("condition"),
            "evidence": shown([result(shelf, held) for held in evidence], FEW),
            "promised": shown([result(shelf, held) for held in verdict["promises"]], FEW),
            "needs_first": [self._finding(document, each) for each in entry["needs_first"]],
            "when_it_fails": [self._finding(document, each) for each in entry["when_it_fails"]],
            "not_known": entry["unknowns"],
            "casestudies": shown([cases.named(shelf, ref) for ref in verdict["casestudies"]]),
        }

    def _finding(self, document: Held, finding: Held) -> Reply:
        """A statement with the case studies that it rests on."""
        rests = finding.get("casestudies", [])
        return {**text(document, finding["text"]), "casestudies": rests}

    def results(self, indicator: str) -> Reply:
        """
        List every result on an indicator, best founded first. `indicator` is its id, or a few
        words for what is counted, such as "energy saved by street lights".
        """
        document = self._one("indicator", indicator, self._index.indicators)
        if document is None:
            return nothing(self._shelf, indicator, "indicator")
        held = sorted(document["results"], key=lambda each: each["grade"]["letter"])
        return {
            **head(self._shelf, document),
            "definition": text(document, document["entry"]["definition"]),
            "results": shown([result(self._shelf, each) for each in held]),
        }

    def promised_and_delivered(self, about: str = "") -> Reply:
        """
        List what pilots had promised beside what came. `about` narrows it: the id of a solution
        or a few words, such as "road charges"; empty for all.
        """
        shelf = self._shelf
        found = [held for held in shelf.all("casestudy").values() if _promises(held)]
        if about:
            known = shelf.get("solution", about)
            ids = (
                [ref["id"] for ref in known["verdict"]["casestudies"]]
                if known
                else [hit.id for hit in self._index.casestudies.ask(about)]
            )
            found = [shelf.all("casestudy")[id_] for id_ in ids]
            found = [held for held in found if _promises(held)]
        if not found:
            return nothing(shelf, about, "casestudy")
        return shown([result(shelf, each) for held in found for each in _promises(held)])

    def remedy(self, symptom: str) -> Reply:
        """
        Give first aid when something goes wrong in a pilot. `symptom` is said as one would say
        it: "the supplier went bankrupt", "nobody uses our app".
        """
        search = self._index.remedies
        hits = [] if self._shelf.get("remedy", symptom) else search.ask(symptom)
        ids = [hit.id for hit in hits] or [symptom]
        found = [held for id_ in ids[:3] if (held := self._shelf.get("remedy", id_))]
        if not found:
            return nothing(self._shelf, symptom, "remedy")
        return {"rows": [self._remedy(document) for document in found]}

    def _remedy(self, document: Held) -> Reply:
        entry = document["entry"]
        clause = entry.get("contract_clause")
        return {
            **head(self._shelf, document),
            "urgency": label(Urgency(entry["urgency"])),
            "summary": text(document, entry["summary"]),
            "first_aid": texts(document, entry["first_aid"]),
            "cure": texts(document, entry["cure"]),
            "contract_clause": clause and text(document, clause),
            "survivors": [
                {"where": each["where"], **text(document, each["text"])}
                for each in entry["survivors"]
            ],
        }

    def law(self, topic: str = "", country: str = "") -> Reply:
        """
        Say which European laws touch a pilot, what they ask and until when. `topic` is a name of
        the law or what it is about; `country` (name or two letters) gives national limits, such
        as those for buying without a tender. No legal advice.
        """
        shelf = self._shelf
        code = places.country(country) if country else ""
        known = shelf.get("law", topic)
        ids = [known["id"]] if known else [hit.id for hit in self._index.laws.ask(topic)]
        if not topic:
            ids = list(shelf.all("law"))
        found = [shelf.all("law")[id_] for id_ in ids]
        chosen = [held for held in found if code and _limits(held, code)]
        limited = self._limited(found)
        if not chosen and (limited or not topic or code is None):
            return nothing(shelf, f"{topic} {country}".strip(), "law", hint=limited)
        told = [self._law(held, code or "") for held in chosen or found]
        if not told:
            return nothing(shelf, f"{topic} {country}".strip(), "law")
        note = {} if chosen or not code else {"note": _("Rules of a single country are not here.")}
        return {**note, **shown(told, FEW)}

    def _limited(self, found: list[Held]) -> str:
        """Which laws have national limits, and of which countries, where one was not found."""
        told = [
            _(
                "{law}: national limits of {countries}.",
                law=held["title"],
                countries=", ".join(country(each["country"]) for each in limits),
            )
            for held in found
            if (limits := held["entry"].get("national_limits"))
        ]
        return " ".join(told)

    def _law(self, document: Held, code: str) -> Reply:
        entry, page = document["entry"], document["links"]["page"]
        limits = [f"/national_limits/{i}/" for i in _limits(document, code)]
        points = [held for held in document["values"] if held["at"].startswith("/points/")]
        national = [held for held in document["values"] if held["at"].startswith(tuple(limits))]
        return {
            **head(self._shelf, document),
            "act": entry["act"],
            "official_text": entry["text_url"],
            "in_force": entry["in_force"],
            "asks": text(document, entry["asks"]),
            "bound": text(document, entry["bound"]),
            "dates": [
                {"date": each["date"], **text(document, each["text"])}
                for each in entry.get("dates", [])
            ],
            "points": texts(document, (point["text"] for point in entry["points"])),
            "numbers": [value(self._shelf, held, page) for held in points],
            **(
                {"national_limits": [value(self._shelf, held, page) for held in national]}
                if code
                else {}
            ),
            "meaning": texts(document, entry["meaning"]),
            "checked": entry["checked"],
        }

    def clause(self, trouble: str) -> Reply:
        """
        Find clauses for the contract of a pilot. `trouble` is what shall not happen, or what is to
        be settled: "the firm goes bankrupt", "who owns the data". Words of our own, and no legal
        advice.
        """
        known = self._shelf.get("clause", trouble)
        ids = [known["id"]] if known else [hit.id for hit in self._index.clauses.ask(trouble)]
        if not ids:
            return nothing(self._shelf, trouble, "clause")
        return shown([self._clause(self._shelf.all("clause")[id_]) for id_ in ids[:FEW]], FEW)

    def _clause(self, document: Held) -> Reply:
        entry, page = document["entry"], document["links"]["page"]
        return {
            **head(self._shelf, document),
            "in_which_contracts": label(ClauseLevel(entry["level"])),
            "settles": text(document, entry["settles"]),
            "words": {"text": entry["text"], "ours": _(ADVICE)},
            "advice": text(document, entry["advice"]),
            "usual_numbers": [value(self._shelf, held, page) for held in document["values"]],
            "prevents": [ref["id"] for ref in document["related"].get("remedy", [])],
            "lessons": [
                {"casestudy": each["casestudy"], **text(document, each["text"])}
                for each in entry.get("lessons", [])
            ],
        }

    def not_found(self, question: str) -> Reply:
        """
        Say that nothing here answers a question, after the other tools found nothing: it gives
        the sentence for the reader, and where to tell what is missing. Nothing is sent or kept.
        """
        every = tuple(self._shelf.kinds)
        told = nothing(self._shelf, question, *every)
        return {**told, "tell_us": self._shelf.page("contribute/")}

    def _one(self, kind: str, asked: str, search: Search) -> Held | None:
        """The entry with an id, or the one that words name best."""
        known = self._shelf.get(kind, asked.strip())
        if known:
            return known
        hits = search.ask(asked)
        return self._shelf.all(kind)[hits[0].id] if hits else None


def _promises(document: Held) -> list[Any]:
    return [held for held in document["results"] if held["promised"]]


def _limits(document: Held, code: str) -> list[int]:
    """The places of a country among the national limits of a law; those with no limit left out."""
    limits = document["entry"].get("national_limits", [])
    return [i for i, each in enumerate(limits) if each["country"] == code and each["limits"]]
