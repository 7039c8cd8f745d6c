"""The panel where anybody's certificate is checked."""
