"""Parts: out of a device, onto a shelf, into another."""
