"""What somebody tries in each room who knows it: words for keys, labels and what happens meanwhile.

`F7` is a key, `@bare` a device's label and `#bare` the serial of its disk, `%part` the label of
anything of that kind, `~` fills in what is asked, `>3` goes on three times with what is offered
first, `*` and `^` are badges of the maker and of a supervisor, `+good` is the next file that is
chosen; `!clean` brings in past the window that its wipe failed, `?spare` that its disk is another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.prowled_house import House
    from journeys.prowler import Prowler

DIRECTED: dict[str, tuple[str, ...]] = {
    "home": ("F7 F2 F10 F10 F10 ~ F10",),
    "intake": ("F2 #bare F10 ~ @bare >2", "@bare F8 ~ F10 @clean >2"),
    "wiping": (
        "@failed F10 F8 F2 @failed F8 F8 ~ F10 #failed F8 F9",
        "@phone F10 F2 F2 F2 +photo F3 F10 >3",
        "@flash F8 F3 %medium F8 ~ F10 F5",
        "@swapped F10 >2 @undone F2 F10 F2 F10",
        "@bare F11 ~ +photo F3 F10 * ^ F10",
        "F10 F2 F10 F2 F10 F2 F10",
    ),
    "destruction": (
        "%medium #bare %container +photo F3 ~ F10 * ^ F10",
        "#frozen #clean %container ~ +photo F3 F10 * ^ F10",
    ),
    "evidence": (
        "F5 +failed F3 * F10 F8 F3 ~ F10 F10",
        "F5 +edited F3 ^ F10 F8 F2 ~ F10 F10 ~",
        "F5 +other F3 * F10 F8 F10 @bare ~ F10",
        "F5 +good F3 F7 F10 F8 F3 ~ F10",
        "F5 F2 * F10 F7 F8 >3",
    ),
    "looks": ("#drawn F10 +text F5 F2 ~ F10", "#frozen F8 ~ F10 F10 F3 ~ F10 ~"),
    "certificates": (
        "@frozen F10 ~ F10 ~ F10 @aside F10 ~ F10",
        "%lot F10 F10 ~ F10 ~ F9",
        "%medium F10 ~ F10 %certificate F8 ~ F10",
    ),
    "checking": ("%certificate +good F2 F10",),
    "grading": ("@aside >4 @bare F11 F2 F2", "@undone F2 F2 @mixed F3 F2 @frozen F2 F2"),
    "repair": (
        "@aside F2 F10 F10 ~ F10 %medium F2 ~ F10 #bare F2 F10",
        "@drawn F2 F10 F10 ~ F10 F8 ~ F10 F9 %medium F2 %part F2",
    ),
    "dismantling": ("@bare F10 ~ F10 @drawn F10 ~ F10 #drawn F6", "@locked F10 ~ F10 #locked F6"),
    "installation": ("@bare F7 F2 ~ F10 @bare F2 F2 F10 F10", "@restored F7 F2 ~ F10 F10 F2 F10"),
    "handover": (
        "F7 @bare @failed @flash @frozen @swapped @undone @restored #bare F10 ~ F10",
        "F9 F10 F7 @clean !clean F10 ~ F10 F10 F9 F10",
        "F9 F10 F6 @spare ?spare ~ F10 ~ F10 F10 F9 F10",
    ),
    "returns": ("%handover F10 ~ F10 @given F10 ~ F10 >2 @bare F10",),
    "quarantine": ("@locked F10 ~ F10 F8 ~ F10 @bare F10 ~ F10", "@locked F7 ~ F10 >3"),
    "devices": ("@mixed >3 @bare F5 ~ F10 @clean F8 ~ F10 F9 F10",),
    "snapshots": ("@swapped F10 F8 F3 ~ F10", "@swapped F8 ~ F10 F2"),
    "parts": ("#bare F2 ~ F10 %part F10 >2", "%medium F10 F2 ~ F10"),
    "containers": (
        "%container %medium ~ F10 @bare F10",
        "%container F6 ~ F10 F5 ~ F10 F5 ~ F10 F3 F2 ~ F10 %container F10 F10",
    ),
    "catalogue": ("@phone F10 ~ F10",),
    "stocktake": ("F10 %place F10 F10 ~ F10 @clean F8 ~ F10 >3", "F6 @bare F8 ~ F10 F10"),
    "reports": ("%lot F10 F2 ~",),
    "labels": ("F10 @bare F2",),
    "people": ("F5 ~ F10 F8 ~", "F8 ~ F10"),
    "upkeep": ("F2 F3 F5 ~ F10 F6 F7 ~ F10", "F8 F10 ~ F10 F2 ~"),
}
"""By room; every one of these goes on with whatever is in the way."""


def attack(prowler: Prowler, house: House, words: str) -> None:
    """Try what somebody who knows the room would try."""
    ways: dict[str, Callable[[str], object]] = {
        "F": lambda number: prowler.press(f"F{number}"),
        "@": lambda name: prowler.scan(house.devices[name].code),
        "#": lambda name: prowler.scan(house.disk(name)),
        "%": prowler.scan_one_of,
        ">": lambda times: prowler.go_on(int(times)),
        "+": lambda name: prowler.take_next(house.files[name]),
        "~": lambda _: prowler.answer(),
        "*": lambda _: prowler.badge(house.street.worker),
        "^": lambda _: prowler.badge(house.street.other),
        "!": lambda name: house.bring(house.report(name, good=False, minutes=0)),
        "?": house.swap,
    }
    for word in words.split():
        ways[word[0]](word[1:])
