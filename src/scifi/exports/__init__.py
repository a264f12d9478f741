"""The open data: the corpus written out for other programs. Nothing here computes or decides."""
