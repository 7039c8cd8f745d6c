"""The quarantine screens."""
