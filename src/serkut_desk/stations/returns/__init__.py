"""Devices that come back."""
