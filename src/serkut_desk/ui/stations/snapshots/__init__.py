"""The screen of machines' lists."""
