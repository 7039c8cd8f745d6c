"""The labels screens."""
