"""Installation: an operating system on a proven device."""
