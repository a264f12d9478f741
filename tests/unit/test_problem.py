"""Problems as a contributor reads them, and the names that are offered instead of a wrong one."""

from scifi.content.problem import Problem, nearest


def test_a_problem_is_one_line_with_reason_and_remedy_below():
    """Editors jump to `path:line:column`; people read the two sentences."""
    problem = Problem("data/a.yml", 3, 7, "some-rule", "it is wrong", "It matters.", "Mend it.")

    assert str(problem) == (
        "data/a.yml:3:7: it is wrong [some-rule]\n    It matters.\n    Mend it."
    )


def test_a_missing_sentence_leaves_no_empty_line():
    """A problem without a reason still reads well."""
    problem = Problem("data/a.yml", 3, 7, "some-rule", "it is wrong", "", "Mend it.")

    assert str(problem).splitlines()[1:] == ["    Mend it."]


def test_problems_sort_by_file_then_by_line_then_by_column():
    """A file is mended from top to bottom."""
    places = [("b.yml", 1, 1), ("a.yml", 10, 1), ("a.yml", 9, 2), ("a.yml", 9, 1)]
    problems = [Problem(*place, "r", "w", "", "") for place in places]

    assert [(p.path, p.line, p.column) for p in sorted(problems)] == sorted(places)


def test_a_near_name_is_offered():
    """A slip of the finger is answered with the name that was meant."""
    assert nearest("no-bdis", ["budget-cut", "no-bids"]) == 'Did you mean "no-bids"?'


def test_where_nothing_is_near_all_names_are_listed():
    """A contributor who guessed sees what there is, in order."""
    assert nearest("xyzzy", ["plan", "do"]) == "Use one of: do, plan."


def test_a_long_list_of_names_is_cut_and_counted():
    """A message stays readable when there are hundreds of names."""
    names = [f"name-{i:02}" for i in range(20)]

    said = nearest("xyzzy", names)

    assert said.startswith("Use one of: name-00, name-01, ")
    assert said.endswith("name-11 and 8 more.")


def test_no_name_is_offered_where_there_is_none():
    """An empty list gives a sentence, not an empty one."""
    assert nearest("xyzzy", []) == "There is nothing to choose from yet."


def test_a_number_in_the_place_of_a_name_is_answered_too():
    """A value of another type can still be compared with the names."""
    assert nearest(12, ["12-percent"]).startswith(("Did you mean", "Use one of"))
