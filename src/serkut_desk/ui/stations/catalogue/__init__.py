"""The screen of the catalogue of models."""
