"""Who presided over the event of a release."""
