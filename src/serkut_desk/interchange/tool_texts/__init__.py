"""Outputs of hdparm, nvme, smartctl, sg_sanitize and mmc, as a person saves them."""

from __future__ import annotations

from serkut_desk.interchange.tool_texts.assemble import Told
from serkut_desk.interchange.tool_texts.reader import read_tool_texts

__all__ = ["Told", "read_tool_texts"]
