"""Laite: card, search, place, undo, STOP."""
