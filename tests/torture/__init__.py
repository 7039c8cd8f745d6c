"""Kills the working program at random moments and looks at what it left behind."""
