"""The screen: locked and stolen devices, and their way out."""
