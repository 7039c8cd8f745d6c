"""Where a device goes on: the station of its next step, for the key that leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.ui.shell.places import ICONS

if TYPE_CHECKING:
    from serkut_desk.stations.devices.card_model import DeviceCard

_STATIONS = {
    DeviceState.RECEIVED: "wiping",
    DeviceState.WAITING_WIPE: "wiping",
    DeviceState.WAITING_REVIEW: "wiping",
    DeviceState.WAITING_APPROVAL: "wiping",
    DeviceState.WAITING_GRADE: "grading",
    DeviceState.WAITING_DECISION: "grading",
    DeviceState.ON_SHELF: "handover",
    DeviceState.WAITING_REPAIR: "repair",
    DeviceState.IN_REPAIR: "repair",
    DeviceState.WAITING_DISMANTLE: "dismantling",
    DeviceState.DISMANTLING: "dismantling",
    DeviceState.DISMANTLED: None,
    DeviceState.MISSING: "stocktake",
    DeviceState.QUARANTINE: "quarantine",
    # The battery comes out first: the only work that is left to do with it.
    DeviceState.HAZARD_STOP: "dismantling",
    DeviceState.WITHDRAWN: None,
    DeviceState.LEFT: "returns",
}
# On the shelf something else may be missing first.
_BEFORE_LEAVING = {"next.certificate": "certificates", "next.install": "installation"}


def station_of(card: DeviceCard) -> str | None:
    """Return the key of the station where a device goes on; None where nothing is left to do."""
    station = _STATIONS[card.state]
    if card.state is DeviceState.ON_SHELF and card.next_steps:
        station = _BEFORE_LEAVING.get(card.next_steps[0].key, station)
    return station if station in ICONS else None
