"""Grading and what is decided of a device."""
