"""Office: worksheets as DOCX and ODT."""
