"""Toinen katse: media drawn at random and read back by another person."""
