"""The panel where media are destroyed by two persons."""
