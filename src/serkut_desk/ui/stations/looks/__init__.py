"""The panel of second looks."""
