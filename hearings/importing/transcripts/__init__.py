"""Transcripts and captions: from their bytes to a TranscriptReading."""
