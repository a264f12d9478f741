"""Pages as plain values: what readers see, before any engine touches it."""
