"""Bytes from outside to frozen data and back; no database."""
