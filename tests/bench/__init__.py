"""Measures the program against the least that the same work takes, as ratios in one run."""
