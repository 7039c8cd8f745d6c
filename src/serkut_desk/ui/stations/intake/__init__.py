"""The intake screens."""
