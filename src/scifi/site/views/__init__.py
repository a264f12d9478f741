"""What a page says: entries of the corpus as HTML, from templates that escape everything."""

from scifi.site.views.render import render
from scifi.site.views.view import Receipts, View

__all__ = ["Receipts", "View", "render"]
