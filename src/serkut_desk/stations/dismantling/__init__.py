"""Taking apart: step by step, to the gram."""
