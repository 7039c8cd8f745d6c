"""The handover screens."""
