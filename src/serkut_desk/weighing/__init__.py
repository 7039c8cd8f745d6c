"""Bench scales: what they say, and the serial port that it comes from."""
