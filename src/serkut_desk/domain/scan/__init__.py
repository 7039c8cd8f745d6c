"""What a scanned or typed text is: own code, serial, IMEI, address, secret and so on.

Nothing here reads files or keeps state: `scan_rules` makes the rules from the parsed
`resources/intake/scan_rules.json`, `classify` looks at one text, `sort_scans` at all texts that
were scanned on one device.
"""

from __future__ import annotations

from serkut_desk.domain.scan.classify import classify
from serkut_desk.domain.scan.layout import Keyboard
from serkut_desk.domain.scan.model import Candidate, Scan, ScanKind, Why
from serkut_desk.domain.scan.rules import ScanRules, scan_rules
from serkut_desk.domain.scan.secrets import holds_secret, masked
from serkut_desk.domain.scan.sorting import Note, Role, Sorted, sort_scans

__all__ = [
    "Candidate",
    "Keyboard",
    "Note",
    "Role",
    "Scan",
    "ScanKind",
    "ScanRules",
    "Sorted",
    "Why",
    "classify",
    "holds_secret",
    "masked",
    "scan_rules",
    "sort_scans",
]
