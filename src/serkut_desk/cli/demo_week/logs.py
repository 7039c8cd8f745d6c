"""Writes wipe logs in the form of nwipe 0.42 for the story's machines, from a shipped template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING
from zlib import crc32

from serkut_desk import shipped
from serkut_desk.domain.clock import local
from serkut_desk.domain.declared_medium import GIGABYTE
from serkut_desk.domain.media import MediumKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from serkut_desk.cli.demo_week.fixtures import Drive, Machine

_PASSES = 3
# Three passes, the blanking, and reading all of it once.
_ROUNDS = _PASSES + 2
# Megabytes a second.
_SPEED = {MediumKind.HDD: 130, MediumKind.SSD: 410}
_BLOCK = 4096
_SECTOR = 512


@cache
def _sections() -> dict[str, str]:
    text = shipped.resource("demo", "nwipe.template").read_text(encoding="utf-8")
    parts = (part.partition("\n") for part in text.split("%% ") if part)
    return {name: body for name, _, body in parts}


@dataclass(frozen=True, slots=True)
class Written:
    """A log and when the wipe ended."""

    text: str
    ended: datetime


def log_of(machine: Machine, drives: tuple[Drive, ...], start: datetime, *, fails: bool) -> Written:
    """Return the log of a machine that wiped its drives, all at the same time.

    Args:
        machine: Where they are.
        drives: Those that the program found.
        start: When it began.
        fails: The second pass ends with an error.
    """
    log = _Log(machine, drives, start, fails=fails)
    log.write()
    return Written("".join(log.parts), log.at)


class _Log:
    def __init__(
        self, machine: Machine, drives: tuple[Drive, ...], start: datetime, *, fails: bool
    ) -> None:
        self.parts: list[str] = []
        self.at = start
        self._start = start
        self._machine = machine
        self._drives = drives
        self._fails = fails
        slowest = max(drive.gigabytes * 1000 / _SPEED[drive.kind] for drive in drives)
        # No two disks are equally fast.
        self._step = timedelta(
            seconds=round(slowest * (1 + crc32(machine.serial.encode()) % 90 / 1000))
        )

    def write(self) -> None:
        machine = self._machine
        self._add("head")
        self._each("found")
        product = f"{machine.maker} {machine.model}"
        self._add(
            "host",
            drives=len(self._drives),
            maker=machine.maker,
            product=product,
            host=machine.serial,
            asset=machine.inventory or "Not Specified",
        )
        self._each("begin")
        if self._passes():
            self._each("blank")
            self.at += self._step
            self._each("blanked")
            self.at += self._step
            self._each("verified")
        self._tables()

    def _passes(self) -> bool:
        """Write the passes; False when one broke off."""
        for number in range(1, _PASSES + 1):
            self._each("pass", number=number)
            if self._fails and number == _PASSES - 1:
                self.at += self._step / 2
                self._each("broken")
                self._each("failure")
                return False
            self.at += self._step
            self._each("passed", number=number)
        return True

    def _tables(self) -> None:
        self.at += timedelta(seconds=9)
        took = self.at - self._start
        hours, rest = divmod(int(took.total_seconds()), 3600)
        self._add("errors")
        self._each("errors_row")
        self._add("erased")
        self._each("erased_row")
        self._add("status")
        self._each("status_row", took=f"{hours:02d}:{rest // 60:02d}:{rest % 60:02d}")
        speed = sum(_SPEED[drive.kind] for drive in self._drives)
        self._add("end_failed" if self._fails else "end", speed=speed)

    def _each(self, section: str, **more: object) -> None:
        for number, drive in enumerate(self._drives):
            name = f"sd{'abcdefgh'[number]}"
            total = drive.gigabytes * GIGABYTE // _BLOCK * _BLOCK
            self._add(
                section,
                name=name,
                path=f"/dev/{name}",
                model=drive.model,
                serial=drive.serial,
                gigabytes=drive.gigabytes,
                sectors=total // _SECTOR,
                total=total,
                part=total // 3 // _BLOCK * _BLOCK,
                speed=_SPEED[drive.kind],
                **_outcome(total, fails=self._fails),
                **more,
            )

    def _add(self, section: str, **fields: object) -> None:
        fill: Callable[..., str] = _sections()[section].format
        self.parts.append(fill(at=f"{local(self.at):%Y/%m/%d %H:%M:%S}", **fields))


def _outcome(total: int, *, fails: bool) -> dict[str, object]:
    """Return what the tables say of a drive."""
    if fails:
        return {"mark": "!", "failed": 1, "erased": 0, "percent": "0.00%", "word": "-FAILED-"}
    return {"mark": " ", "failed": 0, "erased": total, "percent": "100.00%", "word": "Erased"}
