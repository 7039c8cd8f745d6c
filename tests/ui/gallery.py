"""Every component once, with invented words, to be looked at."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from serkut_desk.ui.forms import ChoiceField, FormGrid, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.choices import Choice, ChoiceStrip
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.device_card import DeviceCard, DeviceCardView
from serkut_desk.ui.parts.facts import Fact, Facts
from serkut_desk.ui.parts.pictures import Picture, PictureName
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.progress import ProgressStrip
from serkut_desk.ui.parts.result import ResultCard, StopInvite
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.parts.steps import Journey
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.timeline import Happening
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone

STEPS = ("Vastaanotto", "Tyhjennys", "Luokittelu", "Kunnostus", "Asennus", "Luovutus")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sample table."""

    code: str
    model: str
    serial: str
    state: str
    tone: Tone


LINES = (
    Line("SD 4198", "HDD 500 Gt", "WD-WCC6Y5XH", "odottaa hyväksyntää", Tone.INFO),
    Line("SD 4201", "SSD 256 Gt", "S3Z9NB0K812", "ei riitä", Tone.ATTENTION),
    Line("SD 4203", "HDD 1 Tt", "Z1D4K9PM", "12 virhettä", Tone.STOP),
    Line("SD 4207", "NVMe 256 Gt", "PHBT7512024Q", "hyväksytty", Tone.GOOD),
)


def nothing() -> None:
    """Do nothing: the gallery is only looked at."""


def actions() -> tuple[Action, ...]:
    """Return a main action, two plain ones and one that cannot be done now."""
    return (
        Action("Tallenna ja tulosta tarra", nothing, key="F10", main=True, icon="printer"),
        Action("Lisää kuva", nothing, key="F6"),
        Action("Tunnus puuttuu", nothing, key="F7"),
        Action("Sulje erä", nothing, enabled=False, reason="17 laitetta puuttuu vielä."),
    )


def device() -> DeviceCardView:
    """Return a device on its way."""
    return DeviceCardView(
        code="SD 4217",
        model="Lenovo ThinkPad L14 Gen 2",
        state="odottaa tyhjennystä",
        state_tone=Tone.INFO,
        journey=Journey(STEPS, 1),
        next_step="Vie hyllyyn V-03. Tyhjennys seuraavaksi.",
        facts=(Fact("Sarjanumero", "PF2ABC12", code=True), Fact("Paikka", "Hylly V-03")),
        happenings=(
            Happening("Tarra tulostettu", "21.11.2026 14:21 · tekijä 07"),
            Happening("Vastaanotettu erään ER 147", "21.11.2026 14:21 · luettelon rivi 32"),
            Happening("Ilmoitettu lähetysluettelossa", "19.11.2026 9:40 · poistolista.xlsx"),
        ),
    )


def table() -> DataTable[Line]:
    """Return a table with ticks and pills."""
    model: PagedModel[Line] = PagedModel(
        (
            Column("Laite", lambda line: line.code, mono=True, weight=0, width=120),
            Column("Tyyppi", lambda line: line.model),
            Column("Sarjanumero", lambda line: line.serial, mono=True),
            Column("Tilanne", lambda line: line.state, tone=lambda line: line.tone, width=130),
        ),
        key=lambda line: line.code,
        checkable=lambda line: line.tone is Tone.INFO,
    )
    model.show_rows(LINES)
    shown = DataTable(model, "Tyhjennykset", ticks=True)
    model.setParent(shown)
    shown.setMinimumHeight(230)
    model.check_all(on=True)
    shown.show_row("SD 4201")
    return shown


def form() -> FormGrid:
    """Return fields in every state."""
    grid = FormGrid(3)
    kind = ChoiceField("Laitetyyppi", (("laptop", "Kannettava"), ("phone", "Puhelin")))
    model = TextField("Malli")
    model.set_text("ThinkPad L14 Gen 2", "luettelosta")
    serial = TextField("Sarjanumero", mono=True)
    serial.set_text("PF2ABC12", "luettu")
    count = TextField("Levyjä", hint="Montako levyä näit?")
    wrong = TextField("Inventaarinumero", mono=True)
    wrong.set_text("HKI 00")
    wrong.set_problem("Numerosta puuttuu merkkejä.")
    for field in (kind, model, serial, count, wrong, TextField("Paikka")):
        grid.add(field)
    return grid


def gallery() -> QWidget:
    """Return the whole gallery."""
    root = QWidget()
    root.setProperty("part", "window")
    grid = QGridLayout(root)
    grid.setContentsMargins(16, 16, 16, 16)
    grid.setSpacing(14)
    left = Card("Vastaanotto", "Kasvatus ja koulutus · tavanomainen tieto")
    strip = ProgressStrip("Erän tilanne")
    strip.show_parts(48, [(Tone.GOOD, 31), (Tone.ATTENTION, 2)])
    left.add(strip)
    left.add(form())
    left.add(ActionBar(actions()))
    views = (Choice("wait", "Odottaa ajoa", 23), Choice("got", "Tulos saatu", 14), Choice("x", "X"))
    left.add(ChoiceStrip("Näkymä", views, "got"))
    left.add(table())
    grid.addWidget(left, 0, 0, 3, 1)
    result = ResultCard()
    result.show_result(
        Tone.GOOD,
        "Löytyi luettelosta",
        "Lenovo ThinkPad L14",
        "Sarjanumero luettu. Verkko-osoite ohitettu.",
    )
    grid.addWidget(result, 0, 1)
    pills = Card("Tilat", small=True)
    row = QHBoxLayout()
    for tone in Tone:
        row.addWidget(Pill(str(tone), tone))
    row.addStretch(1)
    pills.body.addLayout(row)
    pills.add(
        Facts((Fact("Ohjelma", "nwipe 0.42"), Fact("Kierrokset", "3 / 3, viimeinen tarkistettu")))
    )
    pills.add(StopInvite(Action("Akku turvonnut? Lue STOP-kortti.", nothing, icon="hand")))
    grid.addWidget(pills, 1, 1)
    state = Card()
    state.add(
        EmptyState(
            StateKind.FAILED, "Levyllä ei ole tilaa", ("Mitään ei tallennettu.",), actions()[1:2]
        )
    )
    grid.addWidget(state, 2, 1)
    card = DeviceCard()
    card.show_device(device())
    grid.addWidget(card, 0, 2, 3, 1)
    grid.setColumnStretch(0, 5)
    grid.setColumnStretch(1, 4)
    grid.setColumnStretch(2, 3)
    return root


def pictures() -> QWidget:
    """Return all pictures with what they show."""
    root = QWidget()
    root.setProperty("part", "window")
    grid = QGridLayout(root)
    for at, name in enumerate(PictureName):
        card = Card()
        if name is PictureName.HAND_STOP:
            card.setProperty("part", "stop")
        card.add(Picture(name, str(name), 180))
        card.add(label(str(name), "secondary"))
        grid.addWidget(card, at // 5, at % 5)
    return root
