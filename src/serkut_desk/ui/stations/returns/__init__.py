"""The screen: devices that come back."""
