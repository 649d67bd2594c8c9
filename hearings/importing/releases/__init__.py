"""Press releases: from their text to a Reading."""
