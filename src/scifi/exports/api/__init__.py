"""
The knowledge base as static JSON below `api/v1/`: one document for each entry, lists, facets.

`records` says what stands in a file, `documents` and `lists` make it, `openapi` describes it, and
`run` writes it all.
"""
