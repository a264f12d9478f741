"""One page on paper: nothing lost, nothing run, readable aloud."""

from collections import Counter

import pytest
from pypdf import PdfReader

from scifi.printing.errors import PrintError
from scifi.printing.reading.article import read_article
from scifi.printing.style import Style

from .pagemeasures import MILLIMETRE, measured
from .reading import embedded, fonts, languages, pages, pictures, spoken, tags, text

RECEIPTS = """<h2 id="receipts">Receipts</h2><div class="receipts"><p>Sources.</p><ol>
<li id="source-1"><a href="https://example.org/a">First source</a>. A publisher, 2020.</li>
<li id="source-2"><a href="https://example.org/b">Second source</a>. B publisher.</li></ol></div>"""

MARK = (
    '<sup class="receipt"><a href="https://example.org/{0}" title="{1} source, {2} publisher">'
    '<span class="sr">Source </span>{3}</a></sup>'
)


def test_a_receipt_has_its_note_once_and_its_address_in_the_list(printed):
    """The meeting sees who said it; whoever doubts it finds the address."""
    first = MARK.format("a", "First", "A", 1)
    done = printed(f"<p>Forty bins{first}. Still forty{first}.</p>{RECEIPTS}")

    said = text(done.path)
    assert said.count("First source, A publisher") == 1
    assert "example.org/a" in said
    assert tags(done.path)["Note"] == 1


def test_a_number_that_is_a_link_gets_the_mark_of_its_source(printed):
    """On paper nobody can follow the link under a number."""
    done = printed(
        '<p><a class="number" href="https://example.org/b" '
        f'title="Source: Second source, B publisher">86,921</a> people</p>{RECEIPTS}'
    )

    assert "Second source, B publisher" in text(done.path)
    assert tags(done.path)["Note"] == 1


def test_how_good_a_proof_is_stays_visible_as_words(printed):
    """Badges rest on words, and the first page says what they mean."""
    done = printed(
        '<p><span class="grade grade-d"><span class="sr">Evidence grade </span>D</span> told</p>'
    )

    said = text(done.path)
    assert "evidence grade, from A" in said


def test_links_out_of_the_cookbook_are_numbered_and_listed(printed):
    """Paper loses no address."""
    done = printed('<p>See <a href="https://example.org/tool?x=1">the tool</a>.</p>')

    assert "[1]" in text(done.path)
    assert "example.org/tool?x=1" in text(done.path)


@pytest.mark.parametrize(
    ("site_url", "listed"),
    [("https://cookbook.example/", ":cookbook.example/casestudies/example-bins"), ("", "")],
)
def test_pages_named_are_listed_with_their_title_and_address(printed, corpus, site_url, listed):
    """A single chapter says where the rest is told; half an address would mean nothing on paper."""
    page = '<p>See <a href="../../casestudies/example-bins/">twelve bins</a>.</p>'
    said = "".join(text(printed(page, site_url=site_url).path).split())

    title = corpus.get("casestudy", "example-bins").title.replace(" ", "")
    assert title + listed in said
    assert said.count("example-bins") == (1 if site_url else 0)


def test_the_words_of_a_link_are_not_repeated_without_an_address(printed, corpus):
    """A list of what the text has said already helps nobody; with an address it would."""
    title = corpus.get("casestudy", "example-bins").title
    page = f'<p>See <a href="../../casestudies/example-bins/">{title}</a>.</p>'

    assert "Named here" not in text(printed(page).path)
    assert "Named here" in text(printed(page, site_url="https://cookbook.example/").path)


def test_why_a_case_is_listed_stands_on_a_line_of_its_own(printed):
    """Colour alone would not tell the title from its place."""
    item = '<li><a href="../../casestudies/x/">Bins</a> <span class="where">Delft</span></li>'

    done = printed(f'<ul class="case-list">{item}</ul>')

    assert "Delft" in [line.words for page in measured(done.path) for line in page.lines()]


def test_no_address_is_made_up(printed):
    """Without a published address there is no QR code and no web address."""
    done = printed("<p>Words.</p>")

    assert "the SCIFI cookbook, “A page”" in text(done.path)
    assert "cookbook/stress" not in text(done.path)
    assert "http" not in text(done.path)


def test_a_published_site_gets_its_short_address_and_a_code(printed):
    """The code is read aloud as what it is."""
    done = printed("<p>Words.</p>", site_url="https://cookbook.example/")

    assert "cookbook.example/cookbook/stress/" in text(done.path)
    assert tags(done.path)["Figure"] == 1


HOSTILE = """
<p>Before<script>alert(1)</script> <img src="file:///etc/passwd" alt="a secret">
<a href="javascript:alert(1)">click</a> <a href="file:///etc/passwd">read</a>
<a rel="attachment" href="file:///etc/hosts">attach</a> #eval("1") $x$ #read("/etc/passwd") *no*
<iframe src="https://example.org/frame"></iframe><style>p{display:none}</style></p>
<object data="file:///etc/passwd"></object><unknown-tag>kept words</unknown-tag>
<p style="position:fixed">after <b>bold <p>unclosed</p>
"""


def test_hostile_html_becomes_harmless_text(printed):
    """Nothing is fetched, run or attached; the words stay."""
    done = printed(HOSTILE)

    said = text(done.path)
    assert "alert" not in said
    assert "root:" not in said
    assert '#eval("1") $x$ #read("/etc/passwd") *no*' in said
    for kept in ("Before", "a secret", "click", "kept words", "after", "bold", "unclosed"):
        assert kept in said
    assert not PdfReader(done.path).attachments
    assert any("file:///etc/passwd" in line for line in printed.told)
    assert all(line.startswith("cookbook/stress/: ") for line in printed.told)


def test_a_box_longer_than_pages_loses_nothing(printed):
    """A box that may not break would be cut without a word."""
    lines = "".join(f"<p>Line number {n} of the long box stands here.</p>" for n in range(400))
    done = printed(f'<div class="first-aid">{lines}</div><p>The end.</p>')

    said = text(done.path)
    assert done.pages >= 5
    assert all(f"Line number {n} " in said for n in range(400))
    assert "The end." in said


def test_a_table_too_wide_for_a_page_is_told_row_by_row(printed):
    """Fourteen columns fit no upright page, and a page on its side leaves others half empty."""
    head = "".join(f"<th>Column{n}</th>" for n in range(14))
    row = "".join(f"<td>cell {n}</td>" for n in range(14))
    done = printed(f"<table><thead><tr>{head}</tr></thead><tbody>{f'<tr>{row}</tr>' * 20}</tbody>")

    assert all(page.height > page.width for page in measured(done.path))
    assert text(done.path).count("Column13: cell 13") == 20


def test_a_long_table_repeats_its_head(printed):
    """A head on the first page only helps nobody; read aloud it is one table."""
    row = "<tr><td>bins</td><td>forty</td><td>Delft</td></tr>"
    head = "<tr><th>What</th><th>How many</th><th>Where</th></tr>"
    done = printed(f"<table><thead>{head}</thead><tbody>{row * 90}</tbody></table>")

    assert all("How many" in page for page in pages(done.path)[:2])
    assert tags(done.path)["Table"] == 1


def test_odd_tables_are_set_whole(printed):
    """Rows that are too short, and spans that reach out of the table."""
    done = printed(
        "<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan=9>tall</td><td>x</td></tr>"
        "<tr><td colspan=5>wide</td></tr></table>"
    )

    assert all(word in text(done.path) for word in ("tall", "wide", "A B C"))


def test_signs_that_no_typeface_has_are_named_by_number(printed):
    """A name in another script is not lost, and does not stop the build."""
    done = printed("<p>Office: 公 שלום, Žilina, naïve → ok</p>", title="Signs")

    said = text(done.path)
    assert "[U+516C]" in said
    assert "Žilina" in said
    assert "→" in said
    assert "given by number" in said


def beyond_the_margin(done) -> list[str]:
    """Letters that stand further right than text may."""
    return [
        letter.sign
        for page in measured(done.path)
        for letter in page.letters
        if letter.right > page.width - 19.9 * MILLIMETRE
    ]


def test_long_words_and_nested_lists_stay_on_the_page(printed):
    """Nothing runs over the edge."""
    nested = "<ul><li>nest" * 6 + "</li></ul>" * 6
    cells = f"<td>{'Verwaltung' * 9}</td>" * 4
    done = printed(f"<p>{'Donaudampfschifffahrt' * 20}</p>{nested}<table><tr>{cells}</tr></table>")

    assert not beyond_the_margin(done)
    assert text(done.path).count("nest") == 6


def test_an_address_is_copied_as_it_is(printed):
    """It goes on in the next line without a hyphen, and without a sign that nobody sees."""
    address = "www.example.org/a-report-on-parking/with_a_long_name.html?page=12&language=en" * 2
    done = printed(f'<p>See <a href="https://{address}">this</a>.</p>')

    assert address.removeprefix("www.") in "".join("".join(pages(done.path)).split())
    assert not beyond_the_margin(done)
    assert all(page.unseen == 0 for page in measured(done.path))


def test_a_raised_number_does_not_interrupt_its_sentence(printed):
    """Read aloud, the note stands behind the last word of its paragraph."""
    done = printed(f"<p>Forty{MARK.format('a', 'First', 'A', 1)} bins are full.</p>{RECEIPTS}")

    read = list(spoken(done.path))
    assert read.index("bins are full.") < next(
        at for at, words in enumerate(read) if "First source, A publisher" in words
    )


def test_a_foreign_title_says_its_language(printed):
    """A screen reader reads Dutch as Dutch, in the note and in the list."""
    listed = RECEIPTS.replace('example.org/a"', 'example.org/a" lang="nl"')
    done = printed(f"<p>Forty bins{MARK.format('a', 'First', 'A', 1)}.</p>{listed}")

    assert languages(done.path) == Counter(nl=2)


def test_small_heads_are_headings(printed):
    """A screen reader jumps from one to the next; the bookmarks stay short."""
    done = printed(
        '<h2>Where cities get stuck</h2><p class="label">What they tried</p><p>Words.</p>'
        '<ul class="met"><li><p class="met-head">Nobody owns it</p><p>More.</p></li></ul>'
    )

    assert tags(done.path)["H3"] == 2
    assert "What they tried" not in str(PdfReader(done.path).outline)


def test_what_is_for_the_screen_only_is_not_printed(printed):
    """Nobody presses a button on paper."""
    done = printed('<p>Kept.</p><p class="screen-only">Answer ten questions</p>')

    assert "Kept." in text(done.path)
    assert "ten questions" not in text(done.path)


SVG = (
    '<figure class="chart" id="chart-x" data-chart="bins"><figcaption><strong '
    'class="chart-finding">Bins fell</strong></figcaption><div class="chart-drawing chart-wide">'
    "<svg><text>screen</text>"
    '</svg></div><p class="chart-basis">Counted: 2 cases.</p>'
    '<div class="chart-tools"><a href="x.csv">Data as CSV</a></div><details class="chart-data">'
    "<summary>The same as a table</summary><table><thead><tr><th>Bin</th><th>Fill</th></tr>"
    "</thead><tbody><tr><td>red</td><td>40</td></tr></tbody></table></details></figure>"
)


@pytest.mark.parametrize("style", [Style(), Style(ink_saver=True)])
def test_a_chart_is_a_drawing_with_its_words_and_its_table(printed, style):
    """No bitmap: it stays sharp, and its words can be searched."""
    done = printed(SVG, style)

    said = text(done.path)
    assert all(word in said for word in ("Bins fell", "Counted: 2 cases", "forty", "red"))
    assert "Data as CSV" not in said
    assert "screen" not in said
    assert pictures(done.path) == 0
    found = tags(done.path)
    assert found["Figure"] == 1
    assert found["Table"] == 1


HEADLINE = """<figure class="headline"><figcaption>Cars in the centre</figcaption>
<svg width="100%" height="46" role="img" aria-label="After: 72 cars" font-size="15">
<rect x="0%" y="20" width="72%" height="14" fill="var(--chart-1)" onload="run()"/>
<image href="https://example.org/spy.png"/><text y="14">After</text></svg>
<p>A shorter bar is better</p></figure>"""


def test_a_drawing_in_the_page_is_set_between_its_title_and_its_notes(printed):
    """The headline result of a case study: a picture with its words, and nothing that runs."""
    done = printed(HEADLINE)

    said = text(done.path)
    assert said.index("Cars in the centre") < said.index("A shorter bar is better")
    assert tags(done.path)["Figure"] == 1
    assert "After: 72 cars" in str(printed.data)
    (article,) = printed.sheets.values()
    (drawing,) = article.drawings.values()
    assert "onload" not in drawing
    assert "spy" not in drawing


DRAWN = (
    '<figure class="drawing" id="drawing" data-drawing="{name}"><figcaption><strong>Bins first'
    '</strong></figcaption><div class="chart-drawing"><svg><text>screen</text></svg></div>'
    '<p class="chart-basis">Ours.</p><details class="drawing-words"><summary>In words</summary>'
    "<ol><li><strong>Count</strong> all bins</li></ol></details></figure>"
)


def test_the_drawing_of_a_chapter_is_printed_with_its_note(printed):
    """Its words would say the same again; they are its alternative text."""
    done = printed(DRAWN.format(name="bins"))

    said = text(done.path)
    assert all(word in said for word in ("Bins first", "Ours.", "forty"))
    assert "all bins" not in said
    assert tags(done.path)["Figure"] == 1


def test_a_drawing_that_is_too_long_for_a_page_is_printed_in_words(printed):
    """It has no file for this paper."""
    said = text(printed(DRAWN.format(name="gone")).path)

    assert "Bins first" in said
    assert "all bins" in said
    assert "screen" not in said


def test_every_letter_is_in_the_file(printed):
    """An office without our typefaces prints the same."""
    done = printed("<h2>Words</h2><p>plain <b>bold</b> <i>slanted</i> <code>code</code></p>")

    assert len(fonts(done.path)) >= 4
    assert all(embedded(font) for font in fonts(done.path))


def test_headings_skip_no_level_and_become_bookmarks(printed):
    """A screen reader's list of headings has no holes."""
    done = printed("<h2>Two</h2><h5>Five</h5><h3> </h3><h2>Last</h2>")

    found = tags(done.path)
    assert (found["H1"], found["H2"], found["H3"]) == (1, 2, 1)
    names = str(PdfReader(done.path).outline)
    assert all(name in names for name in ("Two", "Five", "Last"))


def test_a_page_that_was_not_built_is_named(tmp_path):
    """The message says what to do."""
    with pytest.raises(PrintError, match=r"cookbook/gone/: this page was not built.*make site"):
        read_article(tmp_path, "cookbook/gone/", Style())


def test_the_same_page_gives_the_same_bytes(printed, tmp_path):
    """Nothing comes from the clock or from a random name."""

    done = printed(SVG + HOSTILE)
    first = done.path.read_bytes()
    done.path.unlink()
    (tmp_path / "cookbook/stress/index.html").unlink()
    (tmp_path / "cookbook/stress").rmdir()
    again = printed(SVG + HOSTILE)
    assert again.path.read_bytes() == first
