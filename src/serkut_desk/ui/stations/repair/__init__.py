"""Repair: work orders from the fault to the tested device."""
