"""Locked and stolen devices, and their way out."""
