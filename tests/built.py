"""Pages of a built site, for tests that look at each."""

from pathlib import Path


def built_pages(site: Path) -> list[Path]:
    """The files of all pages of a built site, without those that only lead on to another page."""
    found = sorted(site.rglob("*.html"))
    return [path for path in found if b'http-equiv="refresh"' not in path.read_bytes()[:2000]]
