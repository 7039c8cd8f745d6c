"""The stocktake screens."""
