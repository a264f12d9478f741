"""What hosts are told: what may be kept for ever, what is asked for again, what is compressed."""

import pytest

from scifi.site import hosting

FILES = dict(hosting.files())


@pytest.mark.parametrize("name", FILES)
def test_only_files_with_a_hash_in_their_name_are_kept_for_ever(name):
    """A page that changes is seen at once; a style sheet is loaded once."""
    assert FILES[name].count("immutable") == 1
    assert "assets/bundle/" in FILES[name]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (".htaccess", "%{REQUEST_FILENAME}.br -f"),
        ("hosting/nginx.conf", "gzip_static on;"),
        ("hosting/Caddyfile", "precompressed br gzip"),
    ],
)
def test_hosts_that_do_not_compress_by_themselves_send_what_the_build_wrote(name, words):
    """In the words of each."""
    assert words in FILES[name]


def test_hosts_that_join_headers_of_two_rules_get_each_once():
    """Netlify and Cloudflare would say "no-cache, immutable" otherwise."""
    assert FILES["_headers"].count("Cache-Control") == 1
