"""Raw printers: bytes to a network printer."""
