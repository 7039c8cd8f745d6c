"""The screen: handing devices over: channels, baskets, prices, papers."""
