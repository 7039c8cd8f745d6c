"""The upkeep screens."""
