"""Figures: the charts of the site as values, without files, HTML or a browser."""

from scifi.figures.charts.all import SITE_CHARTS, charts
from scifi.figures.charts.chart import Chart, and_list
from scifi.figures.charts.palette import CSS_BY_COLOUR, NARROW, WIDE

__all__ = ["CSS_BY_COLOUR", "NARROW", "SITE_CHARTS", "WIDE", "Chart", "and_list", "charts"]
