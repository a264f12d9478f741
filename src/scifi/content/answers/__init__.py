"""Answers of readers: read from a small file, placed in the model, put into a content file."""
