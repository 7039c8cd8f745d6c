"""Tyhjennys: media, evidence, approval."""
