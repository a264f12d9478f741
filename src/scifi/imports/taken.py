"""What came of a file: the drafts made from it, and a sentence for each thing taken or left out."""

from dataclasses import dataclass, field

from scifi.corpus import Corpus
from scifi.folding import fold
from scifi.imports.drafts import Draft
from scifi.model import Indicator


@dataclass
class Taken:
    """Drafts by id, and the sentences in the order of the file."""

    corpus: Corpus
    drafts: dict[str, Draft] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def draft(self, id_: str) -> Draft:
        """The draft with an id, begun if there is none."""
        return self.drafts.setdefault(id_, Draft(id_))

    def blocked(self, id_: str) -> bool:
        """Whether an entry has the id, or had it once."""
        gone = {moved.id for moved in self.corpus.redirects if moved.kind == "casestudy"}
        return id_ in self.corpus.entries.get("casestudy", {}) or id_ in gone

    def city(self, name: str) -> str:
        """The id of a city by its id or its name, where only one has it; else empty."""
        cities = self.corpus.cities
        found = [c.id for c in cities if fold(name.strip()) in (c.id, fold(c.title))]
        return found[0] if len(found) == 1 else ""

    def indicator(self, id_: str) -> Indicator | None:
        """An indicator by its id."""
        return next((one for one in self.corpus.indicators if one.id == id_), None)
