"""The command line: the same handlers as the screens, for scripts, checks and unattended use."""
