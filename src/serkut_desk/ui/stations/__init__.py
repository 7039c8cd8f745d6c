"""One package a station: panel (widgets) and presenter (commands and results)."""
