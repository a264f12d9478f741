"""Pictograms for signs in the street as files: a town prints them beside its own words."""

from scifi.figures.pictograms import DRAWINGS
from scifi.labels import label
from scifi.language import capitalised
from scifi.model.base import Pictogram
from scifi.site.views.render import call


def pictogram_file(which: Pictogram) -> str:
    """A pictogram as SVG, with its words as title."""
    return call("pictograms.html", "svg", DRAWINGS[which], capitalised(label(which)))
