"""Drops what stands where a value should and is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.serials import normal_serial
from serkut_desk.domain.snapshots import Remarked, SnapshotRemark
from serkut_desk.interchange.evidence import shipped_serial_rules
from serkut_desk.interchange.snapshots.addresses import address_of
from serkut_desk.interchange.snapshots.rules import reading_rules
from serkut_desk.interchange.snapshots.tree import line

if TYPE_CHECKING:
    from collections.abc import Callable


class Cleaner:
    """Cleans values and keeps what it dropped, each text once a field."""

    def __init__(self) -> None:
        self._dropped: dict[tuple[str, str], None] = {}

    @property
    def remarks(self) -> tuple[Remarked, ...]:
        """One remark for each text that was dropped."""
        return tuple(
            Remarked(SnapshotRemark.PLACEHOLDER, (("field", field), ("found", found)))
            for field, found in self._dropped
        )

    def name(self, field: str, text: str) -> str:
        """Return a name of a maker or model, or "" for a placeholder."""
        return self._kept(field, text, lambda _: False)

    def serial(self, field: str, text: str) -> str:
        """Return a machine's serial in the stored form, or "" for a placeholder or an address."""
        rules = shipped_serial_rules()
        kept = self._kept(
            field, text, lambda said: rules.host_key(said) is None or bool(address_of(said))
        )
        return normal_serial(kept)

    def drive_serial(self, field: str, text: str) -> str:
        """Return a drive's serial in the stored form, or "" for a placeholder."""
        rules = shipped_serial_rules()
        return normal_serial(self._kept(field, text, lambda said: rules.comparable(said) is None))

    def _kept(self, field: str, text: str, wrong: Callable[[str], bool]) -> str:
        said = line(text)
        if said and (reading_rules().placeholders.fullmatch(said) or wrong(said)):
            self._dropped.setdefault((field, said))
            return ""
        return said
