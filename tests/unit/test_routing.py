"""What a route is made of, on the whole knowledge base."""

from collections import Counter

from scifi import facets, matching, routing
from scifi.model.base import Theme
from scifi.site.views.solutions import BEST_FIRST


def test_no_pathway_is_without_a_case_study(published):
    """Whoever takes a road finds at least one city that went it."""
    found = Counter(p for case in published.casestudies for p in facets.pathways(published, case))

    assert {pathway.id for pathway in published.pathways} == set(found)


def test_every_pathway_can_be_reached(published):
    """Some classes together reach the mark, and none of them is what hurts or what is planned."""
    answered = {
        (trait.axis, trait.class_)
        for question in published.questions
        for answer in question.answers
        if not answer.obstacles
        for trait in answer.traits
    }
    for pathway in published.pathways:
        best: Counter[str] = Counter()
        for fit in pathway.fits:
            assert {(fit.axis, class_) for class_ in fit.classes} <= answered, pathway.id
            best[fit.axis] = max(best[fit.axis], fit.points)
        assert best.total() >= matching.FITS_FROM, pathway.id


def test_every_service_and_every_country_of_the_knowledge_base_can_be_chosen(published):
    """Nobody plans a service or lives in a European country that the finder does not offer."""
    answers = [answer for question in published.questions for answer in question.answers]
    offered = {answer.country for answer in answers}
    held = {city.country for city in published.cities}

    assert {theme for answer in answers for theme in answer.themes} == set(Theme)
    assert held - {"US", "CA", "EU"} <= offered


def test_verdicts_named_as_a_warning_are_verdicts():
    """A verdict that is renamed does not fall back among what to look at."""
    assert set(routing.AGAINST) <= set(BEST_FIRST)
