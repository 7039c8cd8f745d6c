"""Reads logs of nwipe and ShredOS, 0.24 to 0.42: bytes to runs, facts only, no verdict.

Features are detected, not versions: banners lie. The module depends on nothing but its arguments.
"""

from serkut_desk.interchange.nwipe.parse import TooManyPartsError, parse_nwipe

__all__ = ["TooManyPartsError", "parse_nwipe"]
