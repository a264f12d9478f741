"""
From words to entries, by what they are called in any language and by what they are about.

The search of the site counts so, too (`frontend/scripts/pure/site-search.js`): how much of a name
the question says, how much of the question it answers, a rare word more than a common one. What
answers less than half of a question is not found: a near miss is worse than none.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from scifi.folding import fold

_LITTLE = """
a about an and any are as at be been but by can city cities do does for from get had has have he
her his how i if in into is it its many me much my of on or our she should so some than that the
their them then there they this to too town towns up us was we were what when where which who why
will with work works would you your aan als bij dat de der die een en er het hoe ik kan met naar
niet om onze op per te van voor wat welke wij zijn au aux avec ce ces comment dans des du elle est
et il la le les leur mes mon nos notre ou par pas pour que quel quelle qui sa ses son sont sur un
une vos votre am auf aus bei beim das dem den des ein eine einen einer es fur gegen ich im ist
kann man mit nach nicht oder sich sie sind uber um und uns unser von vom was wenn wer wie wird wir
zu zum zur
"""

LITTLE = frozenset(_LITTLE.split())
"""Words of English, Dutch, French and German that say nothing about what is sought, folded."""

WORTH = 0.5
"""Least share of a question, by the weight of its words, that an answer has to hold."""

UNHEARD = 0.7
"""How much a word counts that stands nowhere, of the weight of the rarest word."""

ABOUT = 0.3
"""Share of what an entry is about in its score; the rest is how it is called."""

REST = 0.15
"""What each further name that fits adds to the best one."""


@dataclass(frozen=True)
class About:
    """What an entry is called, and a text of what it is about."""

    names: tuple[str, ...]
    text: str = ""


@dataclass(frozen=True)
class Hit:
    """An entry that answers, the name that fits best, its share of the question, its score."""

    id: str
    name: str
    share: float
    score: float


def terms(text: str) -> list[str]:
    """The folded words of a text that say something, one for many: "city" for "cities"."""
    plain = re.sub(r"\b(?:[cdjlmnst]|qu|dell|all|nell)['’]", " ", fold(text))
    words = re.split(r"[^\w]+|_", plain.replace("'", "").replace("’", ""))
    return [_singular(word) for word in words if word and word not in LITTLE]


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] != "s" else word


def likeness(asked: str, word: str) -> float:
    """How well a word of a question, written without a slip, is a word of an entry: 0 to 1."""
    if asked == word:
        return 1
    begun = len(asked) > 3 and word.startswith(asked)
    bent = len(word) > 3 and asked.startswith(word) and len(asked) < len(word) + 4
    if begun or bent:
        return 0.7
    inside = len(asked) > 4 and asked in word
    return 0.6 if inside or (len(word) > 5 and word in asked) else 0


def _slip(asked: str, word: str) -> bool:
    """Whether two longer words differ by one slip, very long ones by two."""
    if asked[0] != word[0] or min(len(asked), len(word)) < 5:
        return False
    return OSA.distance(asked, word) <= (1 if len(asked) < 9 else 2)


class Search:
    """Finds entries; made once for a kind."""

    def __init__(self, entries: Mapping[str, About]):
        self._names = [
            (id_, name, dict.fromkeys(found))
            for id_, about in entries.items()
            for name in about.names
            if (found := terms(name))
        ]
        self._users: dict[str, set[str]] = {}
        for id_, _name, words in self._names:
            self._note(id_, words)
        for id_, about in entries.items():
            self._note(id_, terms(about.text))
        self._count = len(entries)

    def _note(self, id_: str, words: Iterable[str]) -> None:
        for word in words:
            self._users.setdefault(word, set()).add(id_)

    def _rarity(self, word: str) -> float:
        return math.log(1 + self._count / len(self._users[word]))

    def _heard(self, asked: str) -> tuple[dict[str, float], float]:
        """The words of entries that a word of a question may mean, and how much it counts."""
        means = {word: well for word in self._users if (well := likeness(asked, word))}
        if not means:
            means = {word: 0.8 for word in self._users if _slip(asked, word)}
        if not means:
            return means, UNHEARD * math.log(1 + self._count)
        best = max(means.values())
        return means, min(self._rarity(word) for word, well in means.items() if well == best)

    def ask(self, question: str, worth: float | None = None) -> list[Hit]:
        """The entries that answer at least a share of a question (`WORTH` if none is given)."""
        heard = [self._heard(word) for word in dict.fromkeys(terms(question))]
        total = sum(weight for _means, weight in heard)
        if not total:
            return []
        called = self._called(heard, total)
        hits = []
        for id_, share in self._about(heard, total).items():
            name, best, others = called.get(id_, ("", 0.0, 0.0))
            score = (1 - ABOUT) * (best + REST * min(1, others)) + ABOUT * share**2
            hits.append(Hit(id_, name, share, score))
        least = WORTH if worth is None else worth
        return sorted(
            (hit for hit in hits if hit.share >= least), key=lambda hit: (-hit.score, hit.id)
        )

    def _called(
        self, heard: list[tuple[dict[str, float], float]], total: float
    ) -> dict[str, tuple[str, float, float]]:
        """For each entry its best name, how well that fits, and the sum of the others."""
        found: dict[str, tuple[str, float, float]] = {}
        for id_, name, words in self._names:
            told = sum(
                self._rarity(word) * max(means.get(word, 0) for means, _weight in heard)
                for word in words
            )
            if not told:
                continue
            share = told / sum(map(self._rarity, words))
            answered = sum(
                weight * max(means.get(word, 0) for word in words) for means, weight in heard
            )
            score = math.sqrt(share) * answered / total
            known, best, others = found.get(id_, (name, 0.0, 0.0))
            better = score > best
            found[id_] = (name if better else known, max(score, best), others + min(score, best))
        return found

    def _about(self, heard: list[tuple[dict[str, float], float]], total: float) -> dict[str, float]:
        """How much of a question stands anywhere on each entry."""
        said: dict[str, float] = {}
        for means, weight in heard:
            best: dict[str, float] = {}
            for word, well in means.items():
                for id_ in self._users[word]:
                    best[id_] = max(well, best.get(id_, 0))
            for id_, well in best.items():
                said[id_] = said.get(id_, 0) + well * weight / total
        return said
