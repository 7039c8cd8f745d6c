"""Reads nwipe's PDF certificates, 0.35 to 0.42: bytes to runs, facts only, no verdict.

Proven with certificates of each of these releases (tests/interchange/data/nwipe_pdf); what a newer
one says in other words is for a person. One certificate a drive, or (0.41 and newer) one System
Erasure Report of all drives of a run.
Everything is found by its label, nothing by where it stands on the page.
"""

from serkut_desk.interchange.nwipe_pdf.certificate import parse_nwipe_pdf

__all__ = ["parse_nwipe_pdf"]
