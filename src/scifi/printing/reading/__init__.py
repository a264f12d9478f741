"""Reading: built pages as typed nodes. Nothing of a page ever becomes code."""
