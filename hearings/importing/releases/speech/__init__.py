"""Which words in marks are speech, and whose."""
