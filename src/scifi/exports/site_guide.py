"""
`llms.txt` at the root: what the site is, how to cite it, its main pages, for programs that read.

The form is that of https://llmstxt.org: a heading, a summary as quotation, lists of links.
"""

from collections import defaultdict

from scifi.exports import calendars, feeds
from scifi.kinds import KINDS, PARTS, Kind, part_title
from scifi.language import _, ngettext
from scifi.site.pages import Site

ADDRESS = "llms.txt"
"""Where it lies below the site's root."""


def guide(site: Site) -> str:
    """The file; links are whole addresses where the site has one, else relative to its root."""
    parts: dict[str, list[Kind]] = defaultdict(list)
    for kind in KINDS.values():
        if kind.listed and site.corpus.all(kind.name):
            parts[kind.part].append(kind)
    sections = [
        _section(part_title(part), [_list_of(site, kind) for kind in parts[part]])
        for part in PARTS
        if parts[part]
    ]
    return "\n\n".join([*_about(), *sections, _files(site)]) + "\n"


def _about() -> list[str]:
    return [
        f"# {_('SCIFI cookbook')}",
        "> "
        + _(
            "An open knowledge base that takes small and mid-sized European cities from smart-city "
            "plan to working service: case studies with their results, solutions with computed "
            "verdicts, chapters, steps, laws, funding, and remedies for what goes wrong."
        ),
        _(
            "Every number leads to its source, its receipt. Measured, reported, estimated and "
            "planned numbers are never mixed, and what is not known is called not reported; it is "
            "never zero. A letter from A to E is the evidence grade, computed by a printed rule."
        ),
        _(
            "To cite a number, name its page here and the source that its receipt names, and say "
            "whether it was measured, reported, estimated or planned. Each page has a sentence to "
            "cite it by. Texts and data are under CC BY 4.0. The site is independent: no "
            "publication of the European Union or of any city named in it."
        ),
        _(
            "Each page has a Markdown twin: add index.md to its address. In it a number in "
            "brackets, such as [3], is a receipt in the list at its end."
        ),
    ]


def _list_of(site: Site, kind: Kind) -> str:
    count = len(site.corpus.all(kind.name))
    told = ngettext("{n} entry", "{n} entries", count)
    return f"- [{_(kind.heading or kind.title)}]({site.published}{kind.index}index.md): {told}"


def _files(site: Site) -> str:
    told = [
        ("data/index.md", _("Open data"), _("every table as a file to download")),
        ("about/evidence/index.md", _("Evidence grades"), _("the rules by which they are given")),
        ("about/sources/index.md", _("Sources"), _("every source with the entries that use it")),
        ("about/gaps/index.md", _("What we have not found"), _("what was looked for in vain")),
        ("about/all-pages/index.md", _("All pages"), _("a link to every entry")),
        (feeds.ADDRESS, _("Changes as a feed"), _("Atom")),
        (calendars.DATES, _("Dates of funding and law"), _("iCalendar")),
    ]
    lines = [f"- [{name}]({site.published}{path}): {words}" for path, name, words in told]
    return _section(_("Data and files"), lines)


def _section(title: str, lines: list[str]) -> str:
    return f"## {title}\n\n" + "\n".join(lines)
