"""PDFium, which draws and reads PDF files, works for one thread at a time."""

from __future__ import annotations

from threading import Lock

ONE_AT_A_TIME = Lock()
"""Held by whoever has a document open in PDFium."""
