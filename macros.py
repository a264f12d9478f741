"""
What a page may say: the macros for `docs/` and chapters.

Each is one line through the door into the package. Its docstring is the authors' guide, shown
on the page "Write a page". No classes here: the plugin loads this file in its own way.
"""

from functools import cache
from pathlib import Path

from scifi.build import checked
from scifi.exports.tables import listing
from scifi.site import blocks


def define_env(env):
    """Register the macros; called by mkdocs-macros, and by Zensical once a page."""
    root = Path(env.project_dir)

    @cache
    def site():
        return checked.site(root)

    def here():
        return env.page.url

    @env.macro
    def casestudies(*ids):
        """Cards of case studies: `{{ casestudies("id", "id") }}`; without ids, all by theme."""
        return blocks.casestudies(site(), here(), ids)

    @env.macro
    def remedies(*ids):
        """Cards of remedies: `{{ remedies("no-bids") }}`; without ids, all by urgency."""
        return blocks.remedies(site(), here(), ids)

    @env.macro
    def obstacles(*ids):
        """Cards of obstacles: `{{ obstacles("silos") }}`; without ids, all, most met first."""
        return blocks.obstacles(site(), here(), ids)

    @env.macro
    def steps(*ids):
        """Links to steps: `{{ steps("plan", "do") }}`; without ids, their road."""
        return blocks.steps(site(), here(), ids)

    @env.macro
    def guide_contents():
        """Obstacles, laws, windows and money by their headings: `{{ guide_contents() }}`."""
        return blocks.guide_contents(site(), here())

    @env.macro
    def indicators(*ids):
        """Links to indicators: `{{ indicators("water-saving") }}`; without ids, tables of all."""
        return blocks.indicators(site(), here(), ids)

    @env.macro
    def chart(name):
        """A chart with its table and data: `{{ chart("aid-kit") }}`."""
        return blocks.chart(site(), here(), name)

    @env.macro
    def count(kind):
        """How many there are: `{{ count("casestudy") }}`; also "result" and "source"."""
        return blocks.count(site(), kind)

    @env.macro
    def listing(kind):
        """The list of a kind: `{{ listing("law") }}`; also "funding", "pathway", "city"."""
        return blocks.listing(site(), here(), kind)

    @env.macro
    def tool(name):
        """A tool, whole without JavaScript: `{{ tool("finder") }}` on a page with its `script:`."""
        return blocks.tool(site(), here(), name)

    @env.macro
    def press_table():
        """What the book weighs and how thick it is, for a print shop: `{{ press_table() }}`."""
        return blocks.press_table(site(), here())

    @env.macro
    def europe_map():
        """The map of Europe with the places of all case studies: `{{ europe_map() }}`."""
        return blocks.europe_map(site(), here())

    @env.macro
    def doors():
        """The five doors of the home page, with live counts: `{{ doors() }}`."""
        return blocks.doors(site(), here())

    @env.macro
    def tool_cards():
        """Cards of the tools, with drawings: `{{ tool_cards() }}`."""
        return blocks.tool_cards(site(), here())

    @env.macro
    def live_counts():
        """The line of counts under the doors: `{{ live_counts() }}`."""
        return blocks.live_counts(site(), here())

    @env.macro
    def solutions(*ids):
        """Solutions with verdict and effect: `{{ solutions("bottle-deposit") }}`; else the best."""
        return blocks.solutions(site(), here(), ids)

    @env.macro
    def changes(which="every"):
        """What changed on which pages: `{{ changes() }}`; the newest: `{{ changes("latest") }}`."""
        return blocks.changes(site(), here(), which)

    _define_lists_of_everything(env, site, here)


def _define_lists_of_everything(env, site, here):
    """Register the macros that list rules, gaps, sources and pages."""

    @env.macro
    def verdict_rules():
        """The table of verdicts on solutions: `{{ verdict_rules() }}`."""
        return blocks.verdict_rules(site(), here())

    @env.macro
    def evidence_rules():
        """The table of evidence grades: `{{ evidence_rules() }}`."""
        return blocks.evidence_rules(site(), here())

    @env.macro
    def evidence_cases():
        """Every case study with its grade and what would raise it: `{{ evidence_cases() }}`."""
        return blocks.evidence_cases(site(), here())

    @env.macro
    def gaps():
        """What was looked for and not found: `{{ gaps() }}`."""
        return blocks.gaps(site(), here())

    @env.macro
    def tell_us():
        """Whom to write to, from `mkdocs.yml`: `{{ tell_us() }}`."""
        return blocks.tell_us(site(), here())

    @env.macro
    def sources():
        """Every source with the entries that use it: `{{ sources() }}`."""
        return blocks.sources(site(), here())

    @env.macro
    def all_pages():
        """Links to every entry by kind: `{{ all_pages() }}`."""
        return blocks.all_pages(site(), here())

    @env.macro
    def download_list():
        """The tables one can download, and the files that hold all: `{{ download_list() }}`."""
        return blocks.download_list(site(), here(), listing.listed(site().corpus))

    @env.macro
    def assistant_settings(program):
        """Settings by which an assistant asks us: `{{ assistant_settings("vs-code") }}`."""
        return blocks.assistant_settings(program)

    @env.macro
    def rule_list():
        """Every rule for content with its help: `{{ rule_list() }}`."""
        return blocks.rule_list()

    @env.macro
    def field_list(kind=""):
        """Every field of a kind of file: `{{ field_list("law") }}`; without a kind, all kinds."""
        return blocks.field_list(site(), here(), kind)

    @env.macro
    def macro_list():
        """Every macro with its guide: `{{ macro_list() }}`."""
        return blocks.guide(
            {
                name: (macro.__doc__ or "").strip()
                for name, macro in env.macros.items()
                if macro.__module__ == __name__
            }
        )
