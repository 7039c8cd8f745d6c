"""Every handler of this station."""
