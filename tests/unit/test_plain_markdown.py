"""Pages as plain Markdown: read by a Markdown program they say what the page says, and no more."""

import lxml.html
import markdown
import pytest
from bs4 import BeautifulSoup

from scifi.exports.plain_markdown import blocks


def written(html):
    return "\n\n".join(blocks(lxml.html.fragment_fromstring(html, create_parent="article")))


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<h2>One <b>word</b></h2>", "## One **word**"),
        ('<p>Less<sup class="receipt"><a href="x">Source 3</a></sup> (so)</p>', "Less[3] (so)"),
        ('<p>Less<sup class="receipt"><a href="x">3</a></sup>(so)</p>', "Less[3] (so)"),
        ("<p>5 m<sup>2</sup></p>", "5 m²"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ('<ol start="3"><li>a</li></ol>', "3. a"),
        ('<ol><li id="source-7">a</li></ol>', "7. a"),
        ("<dl><div><dt>Cost</dt><dd>none</dd></div></dl>", "- **Cost**: none"),
        ("<p>a<br>b</p>", "a\\\nb"),
        ("<table><tr><th>a</th></tr><tr><td>b|c</td></tr></table>", "| a |\n| --- |\n| b\\|c |"),
        ('<p><a href="../x y/(z)/">w</a></p>', "[w](../x%20y/%28z%29/)"),
        ('<p><a href="javascript:alert(1)">w</a></p>', "w"),
        ('<p>a <span hidden>b</span><button>c</button><i aria-hidden="true">d</i></p>', "a"),
        ('<svg aria-label="A map"><path/></svg>', "*A map*"),
        ("<pre>a ``` b</pre>", "````\na ``` b\n````"),
        ("<p>37.5 % less</p>", "37.5 % less"),
        ("<p>1. Not a list</p>", "1\\. Not a list"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
    ],
)
def test_each_piece_has_its_form(html, wanted):
    assert written(html) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> <b>bold</b> <!-- x",
        "**bold** _it_ `code` [a link](https://evil.example) ![p](x) ~~s~~",
        "# heading",
        "- list",
        "+ list",
        "12) list",
        "> quotation",
        "---",
        "&lt;b&gt; &amp; &#60; \\* snake_case a*b*c",
        "[1]: https://evil.example",
        "<https://evil.example>",
    ],
)
def test_a_hostile_text_stays_text(text):
    """Whatever stands in it, a program for Markdown shows the same signs and nothing else."""
    element = lxml.html.fragment_fromstring("<article><p></p></article>")
    element[0].text = text
    html = markdown.markdown("\n\n".join(blocks(element)))
    tree = BeautifulSoup(html, "html.parser")

    assert [tag.name for tag in tree.find_all(True)] == ["p"]
    assert tree.get_text() == text
