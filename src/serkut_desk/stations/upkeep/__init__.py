"""Ylläpito: first start, policy, backup, journal, day report, clock."""
