"""Figures: the charts of the site as values, without files, HTML or a browser."""

from scifi.charts.all import SITE_CHARTS, charts
from scifi.charts.chart import Chart, and_list
from scifi.charts.palette import CSS_BY_COLOUR, NARROW, WIDE

__all__ = ["CSS_BY_COLOUR", "NARROW", "SITE_CHARTS", "WIDE", "Chart", "and_list", "charts"]
