"""The SCIFI cookbook: content files in, a checked knowledge base and its pages out."""
