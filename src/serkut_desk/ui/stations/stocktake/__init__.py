"""The screen: counting places, and devices that are missing."""
