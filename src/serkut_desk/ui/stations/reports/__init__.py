"""The screen: papers and figures for the city."""
