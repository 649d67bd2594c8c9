"""API v1: the public record as JSON, read-only, at /api/v1/."""
