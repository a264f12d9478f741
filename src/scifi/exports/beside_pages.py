"""What programs read beside the pages: a feed, calendars and a guide."""

from collections.abc import Iterator

from scifi.exports import calendars, feeds, site_guide
from scifi.site.pages import Site


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Path below the site's root and text of each file that is made from content alone."""
    yield feeds.ADDRESS, feeds.feed(site)
    yield calendars.DATES, calendars.dates(site)
    yield calendars.REVIEWS, calendars.reviews(site)
    yield site_guide.ADDRESS, site_guide.guide(site)
