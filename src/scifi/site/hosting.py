"""
What a page may do, and how hosts are told: the content policy, and files ready for them.

The policy stands in every page. A host that sends it too, with the other headers, closes what a
page cannot close itself: being framed by others, types that are guessed, addresses passed on.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from scifi.site.embed_code import FOLDER

POLICY = {
    "default-src": "'self'",
    # Search is WebAssembly.
    "script-src": "'self' 'wasm-unsafe-eval'",
    # The hash is that of an empty sheet, into which the interactive charts write their rules.
    "style-src": "'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    # Icons of the style sheet are data.
    "img-src": "'self' data:",
    "object-src": "'none'",
    "frame-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""Nothing that stands in a text runs or gives a page a look, and nothing is asked of others."""

HEADERS = {
    # All is public: a page of a city may show what it reads from the open data here.
    "Access-Control-Allow-Origin": "*",
    "Content-Security-Policy": "",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What a host says with each file, by name; the policy is filled in."""

BUNDLE = "assets/bundle/"
"""The folder of the files that have a hash of their content in their name."""

FOR_EVER = "public, max-age=31536000, immutable"
"""How long a browser keeps these, a year; of all else it asks each time whether it has changed."""

COMPRESSED = """<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule ^(.*)$ $1.br [L]
  RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
  RewriteCond %{REQUEST_FILENAME}.gz -f
  RewriteRule ^(.*)$ $1.gz [L]
</IfModule>
<FilesMatch "\\.(css|csv|html|js|json|jsonld|md|svg|txt|xml|yml)\\.(br|gz)$">
  RemoveType .gz
  AddEncoding br .br
  AddEncoding gzip .gz
  SetEnv no-gzip 1
  SetEnv no-brotli 1
  <IfModule mod_headers.c>
    Header append Vary Accept-Encoding
  </IfModule>
</FilesMatch>
"""
"""How Apache sends what `scifi build --compressed` wrote beside each file."""


def policy(*more: str) -> str:
    """The content policy in one line, with further rules that only a host can set."""
    return "; ".join([*(f"{name} {value}" for name, value in POLICY.items()), *more])


UNFRAMED = "frame-ancestors 'none'"
"""No other site may show a page in a frame of its own; said for all but the embedded pages."""


def headers() -> dict[str, str]:
    """Every header by its name, for all but the embedded pages."""
    return {**HEADERS, "Content-Security-Policy": policy(UNFRAMED)}


Moves = Sequence[tuple[str, str]]
"""Former addresses of pages, each with the one that it leads to, below the site's root."""


def files(
    folders: Sequence[str] = (), moves: Moves = (), published: str = ""
) -> Iterator[tuple[str, str]]:
    """
    Path below the site's root and text of the files for each of the common hosts.

    Netlify and Cloudflare Pages read `_headers` and `_redirects`, Apache reads `.htaccess`, in the
    site itself; the lines for nginx and Caddy belong into the server's own file. The first two
    compress by themselves; the others send what `scifi build --compressed` wrote. Each is told to
    answer at a former address of `moves` with the new one, for good (301).

    `folders` are those at the root, each with a slash, that no other site may show in a frame: the
    first two have no other way to say it of all but one.
    """
    yield "_headers", _netlify(folders)
    if moves:
        yield "_redirects", _redirects(moves, urlsplit(published).path or "/")
    yield ".htaccess", _apache() + _lines(*(_moved_apache(*move) for move in moves))
    yield "hosting/nginx.conf", _nginx() + _lines(*(_moved_nginx(*move) for move in moves))
    yield "hosting/Caddyfile", _lines(*_moved_caddy(moves)) + _caddy()


def _redirects(moves: Moves, base: str) -> str:
    """Netlify shows the page that is there unless told so by "!", which Cloudflare passes over."""
    said = (f"{base}{was} {base}{now} {status}" for was, now in moves for status in ("301!", "301"))
    return _lines("# Netlify reads the lines with 301!, Cloudflare Pages those with 301.", *said)


def _moved_apache(was: str, now: str) -> str:
    return f'RedirectMatch 301 "^(.*)/{_page(was)}$" "$1/{now}"'


def _moved_nginx(was: str, now: str) -> str:
    return f'rewrite "^(.*)/{_page(was)}$" "$1/{now}" permanent;'


def _moved_caddy(moves: Moves) -> Iterator[str]:
    for number, (was, now) in enumerate(moves, 1):
        name = f"moved{number}"
        yield f"@{name} path_regexp {name} ^(.*)/{_page(was)}$"
        yield f"redir @{name} {{re.{name}.1}}/{now} permanent"


def _page(address: str) -> str:
    """A pattern for the address of a page, also without its slash or with the name of its file."""
    return rf"{address.rstrip('/')}/?(?:index\.html)?"


def _netlify(folders: Sequence[str]) -> str:
    """
    Both hosts ask each time whether a file has changed, unless a line says otherwise.

    Where two rules name one header both hold: a page is then under both policies.
    """
    shared = {**headers(), "Content-Security-Policy": policy()}
    said = (f"  {name}: {value}" for name, value in shared.items())
    unframed = [
        line
        for path in ("/", "/index.html", "/404.html", *(f"/{folder}*" for folder in folders))
        for line in (path, f"  Content-Security-Policy: {UNFRAMED}")
    ]
    return _lines("/*", *said, *unframed, f"/{BUNDLE}*", f"  Cache-Control: {FOR_EVER}")


def _apache() -> str:
    said = (f'  Header set {name} "{value}"' for name, value in headers().items())
    kept = (
        '  Header set Cache-Control "no-cache"',
        f'  <If "%{{REQUEST_URI}} =~ m#/{BUNDLE}#">',
        f'    Header set Cache-Control "{FOR_EVER}"',
        "  </If>",
        f'  <If "%{{REQUEST_URI}} =~ m#/{FOLDER}#">',
        f'    Header set Content-Security-Policy "{policy()}"',
        "  </If>",
    )
    return _lines("<IfModule mod_headers.c>", *said, *kept, "</IfModule>") + COMPRESSED


def _nginx() -> str:
    said = {**headers(), "Content-Security-Policy": "$policy"}
    return _lines(
        "# include it in the server block",
        f'set $policy "{policy(UNFRAMED)}";',
        f'if ($uri ~ "/{FOLDER}") {{ set $policy "{policy()}"; }}',
        *(f'add_header {name} "{value}" always;' for name, value in said.items()),
        "set $kept no-cache;",
        f'if ($uri ~ "/{BUNDLE}") {{ set $kept "{FOR_EVER}"; }}',
        "add_header Cache-Control $kept always;",
        "gzip_static on;",
        "# with the module ngx_brotli:",
        "# brotli_static on;",
    )


def _caddy() -> str:
    said = headers()
    said.pop("Content-Security-Policy")
    return _lines(
        "header {",
        *(f'  {name} "{value}"' for name, value in said.items()),
        "}",
        f"@framed path */{FOLDER}*",
        f'header @framed Content-Security-Policy "{policy()}"',
        f"@unframed not path */{FOLDER}*",
        f'header @unframed Content-Security-Policy "{policy(UNFRAMED)}"',
        f"@bundle path */{BUNDLE}*",
        f'header @bundle Cache-Control "{FOR_EVER}"',
        f"@else not path */{BUNDLE}*",
        "header @else Cache-Control no-cache",
        "file_server {",
        "  precompressed br gzip",
        "}",
    )


def _lines(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)
