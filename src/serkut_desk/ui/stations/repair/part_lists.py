"""Kinds of parts and disks as answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.stations import part_rules
from serkut_desk.ui import device_words
from serkut_desk.ui.stations.repair.order_words import part_type
from serkut_desk.ui.stations.repair.views import TileChoice

if TYPE_CHECKING:
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.texts import Texts


def type_choices(texts: Texts, battery: str, *, storage: bool) -> tuple[TileChoice, ...]:
    """Return the kinds of parts.

    Args:
        texts: Their words.
        battery: Why the person may not take a battery out, "" when they may.
        storage: What stores data is among them; taken out it is a medium, not a part.
    """
    return tuple(
        TileChoice(
            one.word, part_type(one.word, texts), one.icon, battery if one.needs is not None else ""
        )
        for one in part_rules.types().types.values()
        if storage or not one.storage
    )


def medium_choices(card: DeviceCard, texts: Texts) -> tuple[TileChoice, ...]:
    """Return the disks that are in a device; the answer's key is the serial or code."""
    return tuple(
        TileChoice(
            one.code or one.serial,
            " · ".join(filter(None, (device_words.medium_name(one, texts), one.serial))),
            "hard-drive",
        )
        for one in card.media
        if one.removed_at is None and not one.proposed and (one.code or one.serial)
    )
