"""Senders' delivery lists: bytes of a CSV or XLSX file to a frozen list, or a clear refusal."""

from __future__ import annotations

from serkut_desk.interchange.delivery_list.reader import read_delivery_list

__all__ = ["read_delivery_list"]
