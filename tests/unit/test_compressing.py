"""A finished site, compressed once for hosts that send it so."""

import gzip

import brotli

from scifi.build import compressing


def test_each_text_stands_there_three_times_and_says_the_same(tmp_path):
    """As it is, by Brotli and by gzip; what is packed or tiny stays alone."""
    text = "<p>Bins report when they are full.</p>" * 40
    (tmp_path / "cities").mkdir()
    page = tmp_path / "cities" / "index.html"
    page.write_text(text)
    (tmp_path / "font.woff2").write_bytes(b"x" * 5000)
    (tmp_path / "words.js").write_text("tiny")

    compressing.compress(tmp_path)

    packed = {path.name: path for path in tmp_path.rglob("*") if path.suffix in (".br", ".gz")}
    assert set(packed) == {"index.html.br", "index.html.gz"}
    assert brotli.decompress(packed["index.html.br"].read_bytes()).decode() == text
    assert gzip.decompress(packed["index.html.gz"].read_bytes()).decode() == text
    assert page.read_text() == text


def test_the_same_site_is_the_same_to_the_byte(tmp_path):
    """No time stands in a file, so that a host sees what has not changed."""
    (tmp_path / "a.css").write_text("a {}" * 400)
    compressing.compress(tmp_path)
    first = (tmp_path / "a.css.gz").read_bytes()

    compressing.compress(tmp_path)

    assert (tmp_path / "a.css.gz").read_bytes() == first
    assert not list(tmp_path.glob("*.gz.*"))
