"""The composition of the window: shell, panels, lanes, and who is at the desk."""
