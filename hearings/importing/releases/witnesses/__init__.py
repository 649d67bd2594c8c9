"""Who gave testimony at the event of a release, and under which title."""
