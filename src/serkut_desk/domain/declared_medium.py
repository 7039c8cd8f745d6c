"""What a person says of a storage medium in a device: `SERIAL,KIND,GB`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from serkut_desk.domain.errors import Misused
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.serials import normal_serial

GIGABYTE = 10**9
# No medium of today holds more; what is larger is a slip of the finger.
LARGEST_GB = 1_000_000
LONGEST_SERIAL = 64
_FEWEST, _FIELDS = 2, 3
_KINDS = {kind.value: kind for kind in MediumKind}


@dataclass(frozen=True, slots=True)
class DeclaredMedium:
    """One medium as it was declared.

    Args:
        serial: In normal form; "" when it can not be read.
        kind: What it is.
        capacity_bytes: None when nobody looked.
        source: Where the kind is known from.
    """

    serial: str
    kind: MediumKind
    capacity_bytes: int | None = None
    source: KindSource = KindSource.PERSON


def declared_medium(text: str) -> DeclaredMedium:
    """Return the medium in `SERIAL,KIND,GB`; the serial and the size may be left empty.

    Raises:
        Misused: `medium_form`, `medium_kind` or `medium_size`.
    """
    parts = [part.strip() for part in text.split(",")]
    if not _FEWEST <= len(parts) <= _FIELDS:
        raise Misused("medium_form", given=text[:LONGEST_SERIAL])
    serial, kind, size = (*parts, "")[:_FIELDS]
    if len(serial) > LONGEST_SERIAL:
        raise Misused("medium_form", given=serial[:LONGEST_SERIAL])
    if kind.lower() not in _KINDS:
        raise Misused("medium_kind", given=kind[:LONGEST_SERIAL], kinds=", ".join(_KINDS))
    return DeclaredMedium(normal_serial(serial), _KINDS[kind.lower()], _capacity(size))


def _capacity(text: str) -> int | None:
    if not text:
        return None
    try:
        gigabytes = Decimal(text)
    except InvalidOperation:
        gigabytes = Decimal(0)
    if not gigabytes.is_finite() or not 0 < gigabytes <= LARGEST_GB:
        raise Misused("medium_size", given=text[:LONGEST_SERIAL])
    return int(gigabytes * GIGABYTE)
