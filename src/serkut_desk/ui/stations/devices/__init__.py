"""The devices screens."""
