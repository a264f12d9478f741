"""
Measure the build's stages on the real content and on a thousand case studies.

Prints a table and writes `benchmarks/results.json`: the best of three runs in seconds, the
explorer's answers in milliseconds, a print run, and the largest memory in MB. Numbers depend on the
machine; compare ratios.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from scifi.build import checked, pipeline
from scifi.content.checks import check_all
from scifi.figures.charts import charts
from scifi.site import pages

from . import checking, explorer, preview, printing, stock, weights

ROOT = Path(__file__).resolve().parent.parent


def best_of_three(work: Callable[[], object]) -> float:
    """Seconds of the fastest of three runs."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return round(min(times), 3)


def first_view(site: Path) -> dict[str, float]:
    """Compressed size, kB, of what a chapter's first view loads, by chapter."""
    chapters = sorted((site / "cookbook").glob("*/index.html"))
    return {
        page.parent.name: round(
            sum(map(weights.compressed, weights.first_view(site, f"cookbook/{page.parent.name}/")))
            / 1000,
            1,
        )
        for page in chapters
    }


def main() -> None:
    """Run all benchmarks."""
    results: dict[str, object] = {}
    report = check_all(ROOT)
    results["check all files, s"] = best_of_three(lambda: check_all(ROOT))
    results["compute all figures, s"] = best_of_three(
        lambda: [chart.draw(760) for chart in charts(report.corpus).values()]
    )
    site = checked.site(ROOT)
    results["write all pages, s"] = best_of_three(lambda: list(pages.pages(site)))
    results["whole build, drawings kept, s"] = best_of_three(
        lambda: pipeline.build(ROOT, lambda line: None)
    )
    with tempfile.TemporaryDirectory() as folder:
        results |= checking.measure(Path(folder) / "content")
        results |= stock.measure(ROOT, Path(folder))
    for chapter, size in first_view(ROOT / "site").items():
        results[f"first view of {chapter}, kB"] = size
    results |= explorer.measure(ROOT / "site")
    results |= preview.measure(ROOT)
    results |= printing.measure()
    results["largest memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    width = max(map(len, results))
    for name, value in results.items():
        print(f"{name:{width}}  {value}")
    text = json.dumps({"python": sys.version.split()[0], **results}, indent=2) + "\n"
    (ROOT / "benchmarks" / "results.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
