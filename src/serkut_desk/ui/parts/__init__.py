"""The pieces that screens are made of; they know frozen values and nothing of any station."""
