"""Content files: found, read, understood, checked, started."""
