"""What a reader is told of changes is about pages that are there."""

from scifi.site import change_notes


def test_every_change_leads_to_pages_of_the_site(corpus, site):
    """An address that was mistyped, or is gone, would mark nothing."""
    for note in change_notes.notes(corpus):
        for address, title in note.pages:
            assert (site / address / "index.html").is_file(), address
            assert title != address, address


def test_the_newest_change_stands_on_its_page_and_all_under_changes(corpus, site):
    """With its day, as a reader says it."""
    note = change_notes.newest_by_page(corpus)["cookbook/contract-and-ip/"]
    page = (site / "cookbook/contract-and-ip/index.html").read_text(encoding="utf-8")
    listed = (site / "about/changes/index.html").read_text(encoding="utf-8")

    assert f'data-changed="{note.date}"' in page
    assert "Changed on 30 November 2026: The clauses follow the texts" in page
    assert listed.count("data-changed=") == len(corpus.changes)
