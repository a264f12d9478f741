"""The built site as a reader meets it: in a real browser, by mouse, by keyboard, without either."""
