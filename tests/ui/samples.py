"""A window with invented stations: what tests drive and pictures show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.ui.language import Translations
from serkut_desk.ui.panel import Action, Chip, Notice, Panel, Parked, PersonView
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.device_card import DeviceCard
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.result import ResultCard, StopInvite
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.preferences import Preferences
from serkut_desk.ui.shell.places import Health, Station
from serkut_desk.ui.shell.window import Shell
from serkut_desk.ui.theme import Tone, px
from ui import gallery

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

MAKER = PersonView("HK1", "Tekijä 07", "07", ("intake",), frozenset({"receive"}), language="en")
SUPERVISOR = PersonView(
    "HK2",
    "Työnjohtaja 02",
    "02",
    ("intake", "wiping", "devices", "labels", "upkeep"),
    frozenset({"receive", "approve"}),
    supervisor=True,
    guidance=False,
    language="en",
)
HEALTH = (
    Health("database", Tone.GOOD, "Tietokanta kunnossa"),
    Health("printer", Tone.GOOD, "Tarratulostin valmis · 62 mm"),
    Health("backup", Tone.ATTENTION, "Varmuuskopio myöhässä"),
)


class SamplePanel(Panel):
    """Remembers its scans; looks like intake in both views."""

    made = 0

    def __init__(self) -> None:
        super().__init__()
        SamplePanel.made += 1
        self.scans: list[str] = []
        self.ran: list[str] = []
        self.claims = True
        self._side = QWidget()
        self._plain_actions = ActionBar((), big=True)

    def set_person(self, person: PersonView | None) -> None:
        super().set_person(person)
        self.side_width = 530 if self.guidance else 400
        if self.guidance:
            self._build_plain()
        else:
            self._build_dense()

    def scanned(self, text: str) -> bool:
        if self.claims:
            self.scans.append(text)
            self.scan_taken.emit("sarjanumero luettu", Tone.GOOD)
        return self.claims

    def side(self) -> QWidget:
        return self._side

    def chips(self) -> tuple[Chip, ...]:
        return (Chip("Erä", "ER 147", "Vuosaaren peruskoulu"),)

    def function_keys(self) -> tuple[Action, ...]:
        return (
            Action("Tallenna", lambda: self.ran.append("F10"), key="F10", main=True),
            Action("Sulje erä", gallery.nothing, key="F11", enabled=False, reason="17 puuttuu."),
        )

    def park(self) -> Parked:
        return {"scans": tuple(self.scans)}

    def resume(self, state: Parked) -> None:
        scans = state.get("scans")
        if isinstance(scans, tuple):
            self.scans = list(scans)

    def _build_plain(self) -> None:
        card = Card()
        middle = Qt.AlignmentFlag.AlignHCenter
        card.body.addStretch(1)
        card.body.addWidget(Picture(PictureName.NEW_LABEL, "Uusi tarra", 400), 0, middle)
        card.body.addSpacing(px(16))
        said = label("Liimaa uusi tarra ja lue se", "display", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.add(said)
        card.body.addStretch(1)
        QVBoxLayout(self).addWidget(card)
        self.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]  # just set
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        result = ResultCard()
        result.show_result(
            Tone.GOOD,
            "Löytyi luettelosta",
            "Lenovo ThinkPad L14",
            "Sarjanumero luettu. Verkko-osoite ohitettu.",
        )
        column.addWidget(result)
        column.addWidget(self._count())
        help_card = Card()
        help_card.add(
            ActionBar(
                (
                    Action("En löydä viivakoodia", gallery.nothing, "F7", "circle-question-mark"),
                    Action("Peruuta viimeisin", gallery.nothing, "F9", "undo-2"),
                ),
                big=True,
            )
        )
        column.addWidget(help_card)
        column.addStretch(1)
        stop = Action("Akku turvonnut? Lue STOP-kortti.", self.stop_wanted.emit, icon="hand")
        column.addWidget(StopInvite(stop))

    def _count(self) -> Card:
        card = Card()
        card.add(label("Tässä erässä"))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(label("31", "figure"), 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(label("/ 48", "lead"), 1, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(row)
        strip = ProgressStrip("Tässä erässä", 16)
        strip.show_parts(48, [(Tone.GOOD, 31)])
        card.add(strip)
        return card

    def _build_dense(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        head = Card("Vastaanotto", "Kasvatus ja koulutus · tavanomainen tieto")
        strip = ProgressStrip("Erän tilanne")
        strip.show_parts(48, [(Tone.GOOD, 31), (Tone.ATTENTION, 2)])
        head.add(strip)
        column.addWidget(head)
        form = Card("Laite täyttyy lukemalla", small=True)
        form.add(gallery.form())
        form.add(ActionBar(gallery.actions()))
        column.addWidget(form)
        rows = Card("Viimeksi vastaanotetut", small=True)
        rows.add(gallery.table())
        column.addWidget(rows, 1)
        inside = QVBoxLayout(self._side)
        inside.setContentsMargins(0, 0, 0, 0)
        card = DeviceCard()
        card.show_device(gallery.device())
        inside.addWidget(card)


def make_shell(
    app: QApplication,
    folder: Path,
    clock: Callable[[], float] = lambda: 0.0,
    router: Callable[[str], bool] | None = None,
    prefix: str = "",
) -> Shell:
    """Return a locked window with two sample stations and three more in name only."""
    preferences = Preferences(folder)
    preferences.scanner_prefix = prefix
    keys = ("intake", "wiping", "devices", "labels", "upkeep")
    return Shell(
        stations=[Station(key, SamplePanel) for key in keys],
        preferences=preferences,
        translations=Translations(app),
        workshop="Digipaja",
        desk="1",
        languages=("fi", "sv", "en"),
        clock=clock,
        router=router,
        idle_seconds=300,
    )


def received() -> Notice:
    """Return a good result that can be undone."""
    return Notice(
        Tone.GOOD,
        "SD 4217 vastaanotettu",
        "Lenovo ThinkPad L14 · PF2ABC12 · tarra jonossa · lähetysluettelon rivi 32",
        Action("Peruuta", gallery.nothing, key="F9"),
    )
