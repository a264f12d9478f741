"""Which browser draws the charts."""

import shutil

from scifi.build import browser


def test_none_pretends_that_there_is_no_browser(monkeypatch):
    """Somebody without a browser can be imitated."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")

    assert browser.find() is None


def test_the_chosen_browser_wins(monkeypatch, tmp_path):
    """A browser in an unusual place can be named."""
    mine = tmp_path / "my-browser"
    mine.write_text("#!/bin/sh\n")
    mine.chmod(0o755)
    monkeypatch.setenv("SCIFI_BROWSER", str(mine))

    assert browser.find() == str(mine)


def test_a_chosen_browser_that_does_not_exist_is_not_replaced_in_silence(monkeypatch):
    """A misspelt path does not start another browser."""
    monkeypatch.setenv("SCIFI_BROWSER", "/no/such/browser")

    assert browser.find() is None


def test_any_of_the_known_names_is_found(monkeypatch):
    """Chromium, Chrome or Edge: the first that is there."""
    monkeypatch.delenv("SCIFI_BROWSER", raising=False)
    monkeypatch.setattr(
        shutil, "which", lambda name: f"/bin/{name}" if name == "microsoft-edge" else None
    )

    assert browser.find() == "/bin/microsoft-edge"
