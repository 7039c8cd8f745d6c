"""Containers: what goes to a recycler."""
