"""Inventointi: counting places by scan, and devices that are missing."""
