"""
Paper: the built pages as PDFs, set like a book.

A built page is read into a tree of allowed nodes (`tree`); editions say which trees stand in which
PDF (`editions`); one template sets each document in one go (`typeset`), several side by side
(`workers`). Nothing of a page ever becomes code.
"""
