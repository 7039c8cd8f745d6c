"""Vastaanotto: lots, delivery lists, devices by scan."""
