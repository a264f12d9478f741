"""What a page says: entries of the corpus as Markdown with HTML blocks."""

from scifi.site.views.render import View, render

__all__ = ["View", "render"]
