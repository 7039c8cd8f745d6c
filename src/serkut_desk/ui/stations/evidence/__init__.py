"""The panel of report files."""
