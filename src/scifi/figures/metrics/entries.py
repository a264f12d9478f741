"""How much there is: entries of each kind, results, sources."""

from scifi.corpus import Corpus


def counts(corpus: Corpus) -> dict[str, int]:
    """
    How many entries of each kind there are, by kind.

    Besides the kinds: `result`, numbers with a value, and `source`, distinct addresses.
    """
    counted = {kind: len(corpus.all(kind)) for kind in corpus.entries}
    counted["result"] = sum(r.value is not None for c in corpus.casestudies for r in c.results)
    counted["source"] = len(
        {s.url for kind in corpus.entries for e in corpus.all(kind) for s in e.sources.values()}
    )
    return counted
