"""The command line: the same handlers as the screens."""
