"""E-book: the whole book as EPUB."""
