"""The event that a release is about: title, day, body, and what was named or shown there."""
