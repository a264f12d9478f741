"""
What a page may do, and how hosts are told: the content policy, and header files ready for them.

The policy stands in every page. A host that sends it too, with the other headers, closes what a
page cannot close itself: being framed by others, types that are guessed, addresses passed on.
"""

from collections.abc import Iterator

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
    "Content-Security-Policy": "",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What a host says with each file, by name; the policy is filled in."""


def policy(*more: str) -> str:
    """The content policy in one line, with further rules that only a host can set."""
    return "; ".join([*(f"{name} {value}" for name, value in POLICY.items()), *more])


def headers() -> dict[str, str]:
    """Every header by its name."""
    return {**HEADERS, "Content-Security-Policy": policy("frame-ancestors 'none'")}


def files() -> Iterator[tuple[str, str]]:
    """
    Path below the site's root and text of a header file for each of the common hosts.

    Netlify and Cloudflare Pages read `_headers`, Apache reads `.htaccess`, in the site itself; the
    lines for nginx and Caddy belong into the server's own file.
    """
    said = headers().items()
    yield "_headers", _lines("/*", (f"  {name}: {value}" for name, value in said))
    apache = (f'  Header set {name} "{value}"' for name, value in said)
    yield ".htaccess", _lines("<IfModule mod_headers.c>", apache, "</IfModule>")
    nginx = (f'add_header {name} "{value}" always;' for name, value in said)
    yield "hosting/nginx.conf", _lines("# include it in the server block", nginx)
    caddy = (f'  {name} "{value}"' for name, value in said)
    yield "hosting/Caddyfile", _lines("header {", caddy, "}")


def _lines(first: str, between: Iterator[str], *last: str) -> str:
    return "\n".join([first, *between, *last]) + "\n"
