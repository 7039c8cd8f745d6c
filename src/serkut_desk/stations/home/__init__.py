"""What waits where, search from everywhere, and feedback."""
