"""Papers and figures for the city."""
