"""Serkut Desk: the whole life of a discarded device in a city workshop."""

__version__ = "0.1.0"
