"""A repair bench with work in every state, and hands at its screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from factories import make_device, make_lot, make_medium, make_run
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.media import DataClass, MediumKind
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.repair import OrderMove, StepKind
from serkut_desk.stations.devices.commands import MoveDevices
from serkut_desk.stations.grading.commands import Decide
from serkut_desk.stations.parts.commands import AddPart
from serkut_desk.stations.repair import queries
from serkut_desk.stations.repair.commands import (
    AddStep,
    OpenOrder,
    RecordDiagnosis,
    ReservePart,
    SendOut,
    SetState,
    TakeOrder,
    WantPart,
)
from serkut_desk.stations.wiping.commands import Approve, Counted
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.stations.repair.panel import RepairPanel

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lots import Lot
    from serkut_desk.stations.repair.queries import OrderCard
    from ui.window_kit import Window


def panel(window: Window) -> RepairPanel:
    found = window.shell.panel
    assert isinstance(found, RepairPanel)
    return found


def words(window: Window) -> str:
    shown = window.shell.findChildren(QLabel)
    return " | ".join(one.text() for one in shown if one.isVisible() and one.text())


def says(window: Window, *texts: str) -> None:
    def said() -> bool:
        missing = [text for text in texts if text not in words(window)]
        assert not missing, f"{missing} not in {words(window)}"
        return True

    window.bot.waitUntil(said)


def enter(window: Window, *, maker: bool = False, language: str = "en") -> None:
    window.speak(language)
    if maker:
        window.maker()
    else:
        window.supervisor()
    window.shell.open("repair")
    window.settle()


def fill(window: Window, **values: str) -> None:
    form = panel(window).questions.form
    assert form is not None
    for name, value in values.items():
        held = form.fields[name]
        assert isinstance(held, TextField)
        held.set_text(value)


def for_repair(
    shop: Workshop,
    reason: str = "Näyttö on rikki",
    place: str = "K-01",
    *,
    lot: Lot | None = None,
    model: tuple[str, str] = ("Lenovo", "ThinkPad T480"),
) -> Device:
    """Return a laptop whose disk is proven clean and that was decided for repair."""
    lot = lot or make_lot(shop, data_class=DataClass.ORDINARY)
    device = make_device(shop, lot=lot, manufacturer=model[0], model=model[1])
    make_run(shop, make_medium(shop, device, kind=MediumKind.HDD))
    counted = (Counted(device.code, 1),)
    shop.desk.do(shop.fresh(shop.other), Approve(counted, CountSource.OPENED, frozenset()))
    shop.desk.do(shop.worker, MoveDevices((device.code,), place))
    shop.desk.do(shop.fresh(shop.first), Decide(device.code, Outcome.REPAIR, reason))
    return device


def order(shop: Workshop, device: Device, fault: int = 7, *, take: bool = False) -> str:
    """Open an order and return its code."""
    command = OpenOrder(device.code, fault, "Kuva välkkyy", take=take)
    return shop.desk.do(shop.worker, command).order


def card(window: Window, code: str) -> OrderCard:
    shop = window.workshop
    return queries.card(shop.desk, shop.worker, code)


@dataclass
class Bench:
    """Codes of what stands on the board."""

    waiting: list[Device] = field(default_factory=list)
    orders: dict[str, str] = field(default_factory=dict)
    part: str = ""


_MODELS = (
    ("Lenovo", "ThinkPad T480"),
    ("HP", "EliteBook 840 G5"),
    ("Dell", "Latitude 5400"),
    ("Fujitsu", "Lifebook U7510"),
)


def full(shop: Workshop) -> Bench:
    """Put work in every state on the board, as after a week."""
    bench = Bench()
    lot = make_lot(shop, data_class=DataClass.ORDINARY)
    made = []
    for number in range(11):
        reason = ("Näyttö on rikki", "Ei käynnisty", "Akku ei lataudu")[number % 3]
        model = _MODELS[number % len(_MODELS)]
        made.append(for_repair(shop, reason, f"K-0{number % 4 + 1}", lot=lot, model=model))
        shop.clock.tick(hours=7)
    bench.waiting = made[:3]
    faults = (7, 17, 4, 1, 14, 16, 2, 10)
    codes = [order(shop, one, fault) for one, fault in zip(made[3:], faults, strict=True)]
    names = ("new", "mine", "other", "part", "here", "out", "test", "done")
    bench.orders = dict(zip(names, codes, strict=True))
    do = shop.desk.do
    for name in ("mine", "part", "here", "test", "done"):
        do(shop.worker, TakeOrder(bench.orders[name]))
    do(shop.other, TakeOrder(bench.orders["other"]))
    do(shop.worker, RecordDiagnosis(bench.orders["mine"], "Akku on loppu", minutes=10))
    do(shop.worker, AddStep(bench.orders["mine"], StepKind.LOOKED, "Laturi on ehjä", minutes=5))
    for name in ("part", "here"):
        do(shop.worker, RecordDiagnosis(bench.orders[name], "Muisti on rikki", minutes=15))
        do(shop.worker, WantPart(bench.orders[name], "memory", specification="8 Gt DDR4"))
    part = AddPart("memory", "Osakauppa Oy", "Kingston", "KVR26", place="O-03")
    bench.part = do(shop.fresh(shop.first), part).part.code
    do(shop.worker, ReservePart(bench.orders["here"], bench.part))
    for name in ("part", "here"):
        do(shop.worker, SetState(bench.orders[name], OrderMove.WAIT_PART))
    do(shop.first, TakeOrder(bench.orders["out"]))
    out = SendOut(bench.orders["out"], "Korjaamo Oy", "emolevy", whole=False)
    do(shop.fresh(shop.first), out)
    for name in ("test", "done"):
        do(shop.worker, RecordDiagnosis(bench.orders[name], "Sarana on poikki", minutes=20))
        do(shop.worker, AddStep(bench.orders[name], StepKind.MENDED, "Sarana liimattu", None, 35))
        do(shop.worker, SetState(bench.orders[name], OrderMove.TO_TEST))
    return bench
