"""Quotation marks: where they open and close, and the passages between them."""
