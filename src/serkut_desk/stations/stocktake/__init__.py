"""Counting places, and devices that are missing."""
