"""What kind of city each is: its classes, and the cities of each class."""

from typing import NamedTuple

import pandas as pd

from scifi.corpus import Corpus


class CityProfile(NamedTuple):
    """A class that a city has on an axis; `rank` is the place of the class on it, from 0."""

    city: str
    axis: str
    class_: str
    city_title: str
    axis_title: str
    class_title: str
    rank: int


def city_profiles(corpus: Corpus) -> pd.DataFrame:
    """Which class each city has on each axis; one row per known pair."""
    classes = {
        (axis.id, class_.id): (axis, rank, class_)
        for axis in corpus.axes
        for rank, class_ in enumerate(axis.classes)
    }
    rows = [
        CityProfile(city.id, axis.id, class_.id, city.title, axis.title, class_.title, rank)
        for city in corpus.cities
        for trait in city.profile
        for axis, rank, class_ in [classes[trait.axis, trait.class_]]
    ]
    return pd.DataFrame(rows, columns=CityProfile._fields).rename(columns={"class_": "class"})


class ClassWithCities(NamedTuple):
    """A class that at least one city has, and the names of its cities."""

    axis_title: str
    class_title: str
    cities: list[str]
    total: int


def cities_by_class(corpus: Corpus) -> pd.DataFrame:
    """One row for each class that has cities, in the order of axes and classes."""
    rows = []
    for axis in corpus.axes:
        for class_ in axis.classes:
            cities = [
                city.title
                for city in corpus.cities
                for trait in city.profile
                if (trait.axis, trait.class_) == (axis.id, class_.id)
            ]
            if cities:
                rows.append(ClassWithCities(axis.title, class_.title, cities, len(cities)))
    return pd.DataFrame(rows, columns=ClassWithCities._fields)
