"""Setting: documents as plain data become PDFs with Typst."""
