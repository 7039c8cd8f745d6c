"""Signs of faults, kinds of steps and the like: what stands beside each word."""

from __future__ import annotations

from serkut_desk.domain.repair import Barrier, OrderState, RepairOutcome, StepKind

# The faults that are met most come first; what is not named here follows in its own order.
_FAULTS: dict[str, dict[int, str]] = {
    "computer": {
        7: "monitor-x",
        17: "battery-charging",
        4: "keyboard",
        1: "power-off",
        2: "laptop-minimal",
        16: "usb",
        10: "hard-drive",
        15: "gauge",
        14: "thermometer",
        5: "touchpad",
        6: "camera",
        18: "circuit-board",
        8: "droplets",
        12: "monitor",
        3: "settings-2",
        9: "disc",
        20: "bug",
        11: "list",
        13: "ellipsis",
        19: "circle-question-mark",
    },
    "tablet": {
        2: "monitor-x",
        1: "battery-charging",
        13: "usb",
        18: "smartphone",
        3: "power-off",
        20: "droplets",
        21: "gauge",
        6: "volume-2",
        15: "mic",
        4: "camera",
        5: "headphones",
        7: "plug",
        8: "power",
        9: "volume-2",
        10: "circle-dot",
        14: "signal",
        16: "bluetooth",
        17: "memory-stick",
        12: "hard-drive",
        19: "circuit-board",
        11: "download",
        22: "monitor",
        23: "lock",
        24: "settings-2",
        26: "ellipsis",
        25: "circle-question-mark",
    },
    "other": {
        1: "power-off",
        2: "monitor-x",
        5: "plug",
        4: "circle-dot",
        3: "panel-bottom",
        6: "wifi",
        7: "printer-x",
        8: "printer",
        9: "volume-2",
        10: "thermometer",
        11: "settings-2",
        12: "droplets",
        13: "ellipsis",
        14: "circle-question-mark",
    },
}
STEPS = {
    StepKind.LOOKED: "eye",
    StepKind.CLEANED: "brush-cleaning",
    StepKind.REPLACED: "replace",
    StepKind.MENDED: "wrench",
    StepKind.SET_UP: "settings-2",
    StepKind.TRIED: "power",
}
OUTCOMES = {
    RepairOutcome.FIXED: "circle-check",
    RepairOutcome.NO_FAULT: "smile",
    RepairOutcome.BEYOND_REPAIR: "circle-x",
    RepairOutcome.CANCELLED: "undo-2",
}
BARRIERS = {
    Barrier.NO_PARTS: "puzzle",
    Barrier.PARTS_DEAR: "wallet",
    Barrier.NO_WAY_IN: "lock",
    Barrier.NO_INFORMATION: "book-open",
    Barrier.NO_EQUIPMENT: "hammer",
    Barrier.WORN_OUT: "hourglass",
}
COLUMNS = {
    OrderState.WAITING: "inbox",
    OrderState.IN_WORK: "wrench",
    OrderState.WAITING_PART: "hourglass",
    OrderState.TO_TEST: "clipboard-check",
    OrderState.DONE: "circle-check",
}


def fault_signs(fault_list: str) -> dict[int, str]:
    """Return the sign of each fault of a list, in the order in which they are offered."""
    return _FAULTS.get(fault_list, {})
