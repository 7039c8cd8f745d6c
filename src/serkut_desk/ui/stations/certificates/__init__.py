"""The certificates screens."""
