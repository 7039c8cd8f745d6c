"""Snapshots: what machines told of themselves."""
