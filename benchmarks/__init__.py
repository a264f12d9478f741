"""How long the work takes and how much memory it needs; `make bench` runs it."""
