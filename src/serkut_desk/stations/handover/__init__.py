"""Handing devices over: channels, baskets, prices, papers."""
