"""The wiping screens."""
