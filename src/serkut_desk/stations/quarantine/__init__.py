"""Karanteeni: locks and stolen goods, and the way out."""
