"""Papers: which PDFs there are, and what stands in each."""
