"""Rules with no library: codes, lifecycle, sanitisation policy, event names, errors."""
