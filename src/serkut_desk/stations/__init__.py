"""Use cases: one package a station; each handler is one unit of work and one journal entry."""
