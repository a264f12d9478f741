"""
Paper: the built pages as PDFs, set like a book.

A built page is read into a tree of allowed nodes (`tree`); editions say which trees stand in which
PDF (`editions`); one template sets them (`typeset`). Long ones are set in gatherings (`binding`)
side by side (`workers`) and joined (`joining`). Nothing of a page ever becomes code.
"""
