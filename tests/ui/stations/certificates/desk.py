"""What tests of the certificates screen begin with: approved devices and a seal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factories import make_lot
from serkut_desk.domain.media import DataClass
from serkut_desk.stations.wiping.commands import RemoveMedium
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.stations.certificates.lists import LOTS
from serkut_desk.ui.stations.certificates.panel import CertificatesPanel
from stations.certificates.counter import PASSPHRASE, Counter, new_seal

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.lots import Lot
    from ui.window_kit import Window


def counter_of(window: Window, folder: Path, *, seal: bool = True) -> Counter:
    """Return short ways to fill the window's workshop."""
    stick = folder / "stick"
    stick.mkdir(exist_ok=True)
    key = new_seal(window.workshop) if seal else None
    return Counter(window.workshop, stick, seal=key)


def lot_of_three(counter: Counter) -> Lot:
    """Return a lot with three approved devices; the disk of the first was taken out."""
    lot = make_lot(counter.workshop, "Kasvatus ja koulutus", DataClass.ORDINARY)
    devices = [counter.clean(number, lot) for number in (1, 2, 3)]
    with counter.workshop.desk.database.reading() as work:
        (medium,) = work.media.of_device(devices[0].id)
    counter.workshop.desk.do(counter.boss, RemoveMedium(medium.serial))
    return lot


def open_certificates(window: Window) -> CertificatesPanel:
    """Open the screen for who is at the desk."""
    window.shell.open("certificates")
    window.settle()
    panel = window.shell.panel
    assert isinstance(panel, CertificatesPanel)
    return panel


def write(panel: CertificatesPanel, key: str, text: str) -> None:
    """Write into a field of the open form."""
    form = panel.questions.form
    assert form is not None
    field = form.fields[key]
    assert isinstance(field, TextField)
    field.set_text(text)


def unlock(window: Window, panel: CertificatesPanel, passphrase: str = PASSPHRASE) -> None:
    """Answer the form that asks the passphrase."""
    write(panel, "passphrase", passphrase)
    assert panel.questions.form is not None
    panel.questions.form.send()
    window.settle()


def to_lot(window: Window, panel: CertificatesPanel, code: str) -> None:
    """Scan a lot's label as soon as the form before it has let go of the keys."""

    def taken() -> bool:
        if panel._lists.current != LOTS and window.shell._layers.top is None:
            window.scan(code)
            window.settle()
        return panel._lists.current == LOTS

    window.bot.waitUntil(taken, timeout=30_000)
