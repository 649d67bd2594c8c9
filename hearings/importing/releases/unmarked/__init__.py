"""Speech printed without quotation marks: transcripts inside a release, and statements printed whole."""
