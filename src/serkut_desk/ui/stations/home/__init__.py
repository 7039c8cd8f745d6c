"""The screen: what waits where, search from everywhere, and feedback."""
