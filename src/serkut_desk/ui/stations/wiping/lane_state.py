"""Where an approver is on the way through many devices; no widget, no records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from serkut_desk.domain.data_state import CountSource
    from serkut_desk.stations.wiping.reviewing import LaneDevice, ReviewPage


@dataclass
class LaneState:
    """The devices in their order, what was seen of them, stated and done.

    What one key cannot approve is passed by, and told of at the end.
    """

    devices: list[LaneDevice] = field(default_factory=list)
    at: int = 0
    pages: dict[str, ReviewPage] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    stated: dict[str, CountSource] = field(default_factory=dict)
    sent: set[str] = field(default_factory=set)
    approved: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)

    def begin(self, devices: Sequence[LaneDevice]) -> None:
        """Take another list and stand at its first device; what was seen stays seen."""
        self.devices = list(devices)
        self.at = 0

    @property
    def current(self) -> LaneDevice | None:
        """The device that is looked at; None at the end."""
        return self.devices[self.at] if self.at < len(self.devices) else None

    @property
    def page(self) -> ReviewPage | None:
        """What is known of it; None while it is fetched, and at the end."""
        device = self.current
        return None if device is None else self.pages.get(device.device)

    @property
    def seen(self) -> CountSource | None:
        """How the number of media of the current device is known: stated, or supposed."""
        return None if self.page is None else self._seen(self.page)

    def _seen(self, page: ReviewPage) -> CountSource | None:
        return self.stated.get(page.device) or page.supposed

    def wanted(self) -> tuple[str, ...]:
        """Return devices to fetch: the current one and the next, where they are not known yet."""
        soon = self.devices[self.at : self.at + 2]
        return tuple(one.device for one in soon if one.device not in self.pages)

    def take(self, page: ReviewPage) -> None:
        """Remember a device; what has gone meanwhile, or needs more than a key, is passed by."""
        self.pages[page.device] = page
        self.pass_by()

    def pass_by(self) -> None:
        """Go on from what cannot be approved here, and count what is looked at as shown."""
        while (device := self.current) is not None:
            page = self.pages.get(device.device)
            if page is None:
                return
            if page.approvable and device.device not in self.sent:
                self.shown.add(device.device)
                return
            self.at += 1

    def go_on(self) -> None:
        """Go to the next device."""
        self.at = min(self.at + 1, len(self.devices))
        self.pass_by()

    def go_back(self) -> None:
        """Go to the device before that still waits."""
        before = self._before
        if before is not None:
            self.at = before
            self.pass_by()

    @property
    def has_before(self) -> bool:
        """Whether a device before this one still waits."""
        return self._before is not None

    @property
    def _before(self) -> int | None:
        for at in range(self.at - 1, -1, -1):
            code = self.devices[at].device
            page = self.pages.get(code)
            if code not in self.sent and (page is None or page.approvable):
                return at
        return None

    def go_to(self, code: str) -> bool:
        """Go to a device by its code; tell whether it is on the list."""
        found = [at for at, one in enumerate(self.devices) if one.device == code]
        if found:
            self.at = found[0]
            self.pass_by()
        return bool(found)

    def send(self, codes: Iterable[str]) -> None:
        """Remember that these are being approved, and go on."""
        going = set(codes)
        self.sent |= going
        self.refused = {code: why for code, why in self.refused.items() if code not in going}
        self.pass_by()

    def confirm(self, codes: Iterable[str]) -> None:
        """They are approved."""
        self.approved |= set(codes)

    def refuse(self, codes: Iterable[str], why: str) -> None:
        """They are not, and why; who comes back to one looks at it anew."""
        for code in codes:
            self.refused[code] = why
            self.sent.discard(code)
            self.pages.pop(code, None)

    @property
    def being_saved(self) -> int:
        """How many answers are awaited."""
        return len(self.sent - self.approved)

    def rest(self) -> tuple[list[ReviewPage], int]:
        """Return the clean devices of the current lot that wait, and how many were never shown.

        What was never fetched may be clean or not: it was never shown either.
        """
        here = self.current
        lot = here.lot if here is not None else ""
        found, unseen = [], 0
        for one in self.devices:
            if one.lot != lot or one.device in self.sent:
                continue
            page = self.pages.get(one.device)
            if page is None or (page.clean and one.device not in self.shown):
                unseen += 1
            elif page.clean and self._seen(page) is not None:
                found.append(page)
        return found, unseen

    def by_source(self, pages: Iterable[ReviewPage]) -> dict[CountSource, list[ReviewPage]]:
        """Return devices by how the number of their media is known."""
        found: dict[CountSource, list[ReviewPage]] = {}
        for page in pages:
            source = self._seen(page)
            if source is not None:
                found.setdefault(source, []).append(page)
        return found

    @property
    def approved_lots(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return the lots of what is approved with their devices, the largest first."""
        found: dict[str, list[str]] = {}
        for one in self.devices:
            if one.lot and one.device in self.approved:
                found.setdefault(one.lot, []).append(one.device)
        ordered = sorted(found.items(), key=lambda lot: (-len(lot[1]), lot[0]))
        return [(lot, tuple(devices)) for lot, devices in ordered]

    @property
    def left_over(self) -> list[LaneDevice]:
        """What was looked at and not approved."""
        return [one for one in self.devices if one.device not in self.approved]
