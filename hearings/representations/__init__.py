"""Records in the formats in which they are handed on: a file for each format, a function for each kind of record."""
