"""
The whole build: check, draw, bundle, MkDocs, search, print, data, and then replace `site/`.

The engine runs in a process of its own and writes into a folder beside the site, so a build that
fails or is stopped leaves the last good site as it was. Meanwhile the open data is written.
"""

import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from scifi.build import assets, browser, checked, compressing, delivery, engines, lock
from scifi.corpus import Corpus
from scifi.exports import markdown_twins, sizes
from scifi.exports import run as exports
from scifi.language import _, ngettext, number
from scifi.papers import ALL, NONE
from scifi.printing import run as press
from scifi.printing.errors import PrintError
from scifi.site import embed_code
from scifi.site.pages import Site


class BuildError(Exception):
    """The site could not be built; the message says why and what to do."""


def build(
    root: Path,
    tell: Callable[[str], None],
    which: str = ALL,
    compressed: bool = False,
    engine: str = engines.MKDOCS,
) -> str:
    """
    Build `root/site` and say in one line what was built; `tell` gets a line for each stage.

    `which` names the papers that it has, as in `scifi.papers`; `compressed` writes each
    text a second and third time, for hosts that send them so. While another build of the same
    project is at work, this one waits for it.

    Raises:
        BuildError: Something failed; `root/site` is untouched.
    """
    with lock.alone(root / checked.CACHE / "build.lock", tell):
        return _built(root, tell, which, compressed, engine)


def _built(
    root: Path, tell: Callable[[str], None], which: str, compressed: bool, engine: str
) -> str:
    began = time.monotonic()
    place, old = root / "site", root / checked.CACHE / "site.old"
    delivery.recover(place, old)
    tell(_("Checking content and drawing charts ..."))
    try:
        site = checked.site(root)
    except checked.ERRORS as error:
        raise BuildError(str(error)) from None
    if browser.find() is None:
        tell(browser.none_found())
    fresh = root / checked.CACHE / "site.part"
    shutil.rmtree(fresh, ignore_errors=True)
    printed = []
    if engine == engines.ZENSICAL:
        tell(_("Writing pages and open data, and building them with Zensical ..."))
        _write(engine, root, fresh, NONE, lambda: None)
    else:
        printed = _whole(engine, root, fresh, site, tell, which)
    if compressed:
        tell(_("Compressing for the host ..."))
        compressing.compress(fresh)
    delivery.replace(place, fresh, old)
    return _summary(site, place, printed, engine, time.monotonic() - began)


def _whole(
    engine: str, root: Path, fresh: Path, site: Site, tell: Callable[[str], None], which: str
) -> list[press.Printed]:
    """Pages in our own frame, and all that is made beside and from them; the papers."""
    tell(_("Bundling style sheet, scripts and fonts ..."))
    try:
        assets.build(root, root / checked.CACHE)
    except assets.AssetsError as error:
        raise BuildError(str(error)) from None
    tell(_("Writing pages, the search index and the open data ..."))
    data = root / checked.CACHE / "data.part"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    _write(engine, root, fresh, which, partial(exports.write, site, data))
    printed = []
    if which != NONE:
        tell(_("Setting the PDFs ..."))
        printed = _print(root, fresh, site.corpus, tell, which)
    markdown_twins.write(fresh)
    shutil.copytree(data, fresh, dirs_exist_ok=True)
    shutil.rmtree(data)
    sizes.fill_in(fresh)
    return printed


def _write(
    engine: str, root: Path, fresh: Path, which: str, meanwhile: Callable[[], object]
) -> None:
    try:
        engines.write(engine, root, fresh, which, meanwhile)
    except engines.EngineError as error:
        raise BuildError(_("{error}\nThe last good site/ is untouched.", error=error)) from None


def _summary(
    site: Site, folder: Path, printed: list[press.Printed], engine: str, seconds: float
) -> str:
    """One line: how much was built, how long it took, where to look at it."""
    embedded = folder / embed_code.FOLDER
    pages = sum(not page.is_relative_to(embedded) for page in folder.rglob("index.html"))
    cases, drawn = len(site.corpus.casestudies), len(site.drawings)
    pdfs = sum(1 for file in printed if file.path.suffix == ".pdf")
    built = [
        ngettext("{n} page", "{n} pages", pages),
        ngettext("{n} case study", "{n} case studies", cases),
        ngettext("{n} chart", "{n} charts", drawn) if drawn else _("NO drawn charts (no browser)"),
        ngettext("{n} PDF", "{n} PDFs", pdfs) if printed else _("no PDFs"),
    ]
    if engine == engines.ZENSICAL:
        return _(
            "Built site/ with Zensical in {seconds} s: {what}. Open site/index.html. Papers, our "
            "search and frames for other sites come with MkDocs only.",
            seconds=number(round(seconds)),
            what=", ".join(built),
        )
    return _(
        "Built site/ in {seconds} s: {what}. Look at it with `make serve`, or open "
        "site/index.html.",
        seconds=number(round(seconds)),
        what=", ".join(built),
    )


def _print(
    root: Path, site: Path, corpus: Corpus, tell: Callable[[str], None], which: str
) -> list[press.Printed]:
    try:
        return press.print_all(root, site, corpus, tell, which)
    except PrintError as error:
        raise BuildError(_("{error}\nThe last good site/ is untouched.", error=error)) from None
