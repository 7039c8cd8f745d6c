"""Tarrat: the queue of labels and the printers."""
