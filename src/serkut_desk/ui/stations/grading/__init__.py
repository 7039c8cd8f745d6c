"""The screen: grading and what is decided of a device."""
