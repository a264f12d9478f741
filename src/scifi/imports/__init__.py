"""Other people's records taken in as drafts: every doubtful value marked, nothing guessed."""
