"""The window around the stations: rail, scan line, banner, foot, lock and STOP."""
