"""How to cite a page: what programs for references read back is what the page says."""

import json

from scifi.site.citation import Edition, citation

EDITION = Edition("1.2.0", 2027)
ADDRESS = "https://city.example/cookbook/casestudies/bins/"
TITLE = "Bins & sensors: 30 % fewer rounds {in_one_year}"


def made(**more):
    return citation(EDITION, TITLE, "casestudies/bins/", **more)


def test_the_sentence_names_who_when_what_which_version_and_where():
    """In the order of APA; whoever contributed to the page stands first."""
    assert made(address=ADDRESS, authors=["Josiah Carberry"]).sentence == (
        "Josiah Carberry and SCIFI cookbook contributors. (2027). "
        f"{TITLE} (Version 1.2.0). SCIFI cookbook. {ADDRESS}"
    )


def test_bibtex_gets_its_own_signs_escaped_and_one_entry():
    """An ampersand or a brace of a title would break the file of whoever takes it."""
    entry = made(address=ADDRESS).bibtex

    assert entry.startswith("@online{scifi-casestudies-bins,\n") and entry.endswith("}\n}")
    assert r'"{Bins \& sensors: 30 \% fewer rounds \{in\_one\_year\}}"' in entry
    assert f"url = {{{ADDRESS}}}" in entry


def test_csl_json_is_read_back_as_it_was():
    """The form that Zotero and word processors take."""
    (entry,) = json.loads(made(address=ADDRESS, authors=["A"]).csl)

    assert (entry["title"], entry["URL"], entry["version"]) == (TITLE, ADDRESS, "1.2.0")
    assert [author["literal"] for author in entry["author"]] == ["A", "SCIFI cookbook contributors"]
    assert entry["issued"] == {"date-parts": [[2027]]}


def test_a_copy_that_is_published_nowhere_names_no_address():
    """The reader's browser adds it where there is one."""
    cited = made()

    assert "http" not in cited.sentence + cited.bibtex + cited.csl
    assert citation(EDITION, "Home", "").bibtex.startswith("@online{scifi-home,")
