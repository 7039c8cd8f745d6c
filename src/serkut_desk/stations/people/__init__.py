"""Tekijät: badges, PINs, roles, sessions, parked work."""
