"""The rhythm of intake at the real window: keys and cards in, words and records out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from pictures import jpeg
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.stations import photo_views
from serkut_desk.stations.devices import queries as devices
from serkut_desk.stations.intake import queries
from serkut_desk.texts import Texts
from serkut_desk.ui.correction_card import Corrections
from serkut_desk.ui.mixup_card import MixupCard
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.parts.pictures import PictureName
from serkut_desk.ui.stations.intake.sticker_photos import StickerCard
from serkut_desk.ui.stations.intake.unread_card import UnreadCard
from serkut_desk.ui.stations.intake.where_stickers import sticker_picture
from ui import screens
from ui.stations.intake.kit import label, more, open_lot, panel, says, settle

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.ui.panel import Notice
    from ui.window_kit import Window


def card_of(window: Window, code: str) -> DeviceCard:
    return devices.card(window.workshop.desk, window.workshop.first, code)


def command(number: int) -> str:
    return make_code(CodeKind.COMMAND, number)


def scan(window: Window, *texts: str) -> None:
    for text in texts:
        window.scan(text)
    settle(window)


def shoot(window: Window, name: str) -> None:
    for size in screens.SIZES:
        assert screens.save(window.shell, f"intake-{name}-fi", size).exists()


def test_a_run_of_identical_machines_and_a_damaged_label(window: Window) -> None:
    open_lot(window, None)
    window.maker()
    window.shell.open("intake")
    settle(window)
    scan(window, "5CG0101ABC", label(1))
    # While something is asked, F5 would be an answer.
    window.press(Qt.Key.Key_F2)
    settle(window)
    window.press(Qt.Key.Key_F5)
    settle(window)
    assert [chip.before for chip in panel(window).chips()][-1] == "Samanlaisia"
    scan(window, "5CG0102ABC", "00:1A:2B:3C:4D:5E")
    texts = Texts("fi")
    taken = (texts.say(key).rstrip(".") for key in ("scan.kind.serial", "scan.ignored.mac"))
    says(window, *taken, "5CG0102ABC")
    shoot(window, "same-again")
    scan(window, label(2))
    made = card_of(window, label(2))
    assert (made.type, made.serial) == ("laptop", "5CG0102ABC")
    # The damaged label: scan the device, then the card on the wall, or its key.
    scan(window, "5CG0101ABC", command(41))
    assert len(card_of(window, label(1)).labels) == 1
    assert "SD 5001" in panel(window)._answering.result.lead
    more(window, "Tarra väärässä laitteessa")
    mixup = window.shell._layers.top
    assert isinstance(mixup, MixupCard)
    window.settle()
    shoot(window, "mixup-label")
    scan(window, "5CG0102ABC")
    window.settle()
    shoot(window, "mixup-on")
    window.press(Qt.Key.Key_F10)
    window.settle()
    told = card_of(window, label(2)).mixups
    assert [(line.label, line.stuck_on, line.open) for line in told] == [
        (label(1), label(2), False)
    ]


def test_labels_printed_on_the_spot_and_pictures_by_type(window: Window) -> None:
    open_lot(window, None)
    window.maker()
    window.shell.open("intake")
    settle(window)
    window.desk.hands.preferences.label_on_the_spot = True
    scan(window, command(43))
    says(window, Texts("fi").say("intake.ask.usual_type"))
    shoot(window, "usual-type")
    window.press(Qt.Key.Key_F6)
    settle(window)
    assert panel(window).state.type == "phone"
    assert sticker_picture("phone")[0] is PictureName.PHONE_BACK
    shoot(window, "phone")
    scan(window, "5CG0103ABC")
    says(window, "Tallenna. Tarra tulostuu.")
    shoot(window, "on-the-spot")
    window.press(Qt.Key.Key_F10)
    settle(window)
    says(window, "Liimaa tarra. Lue seuraava laite")
    lot = panel(window).state.lot
    assert lot is not None
    (arrived,) = queries.recent(window.workshop.desk, window.workshop.first, lot)
    assert (arrived.serial, arrived.type) == ("5CG0103ABC", "phone")
    assert len(card_of(window, arrived.code).labels) == 1


def test_a_supervisor_sees_what_could_not_be_read_and_corrects_it(window: Window) -> None:
    open_lot(window)
    window.supervisor()
    window.shell.open("intake")
    settle(window)
    window.press(Qt.Key.Key_F7)
    settle(window)
    window.press(Qt.Key.Key_F5)
    scan(window, label(3))
    window.press(Qt.Key.Key_F2)
    settle(window)
    more(window, "Laitteet, joista numero puuttuu")
    unread = window.shell._layers.top
    assert isinstance(unread, UnreadCard)
    shoot(window, "unread")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert window.shell.open_key == "devices"
    window.press(Qt.Key.Key_F3)
    window.settle()
    form = window.shell._layers.top
    assert isinstance(form, FormCard)
    form.fields["serial"].edit.setText("PF2ABC77")  # type: ignore[union-attr]  # a text field
    form.fields["weight"].edit.setText("1620")  # type: ignore[union-attr]  # a text field
    shoot(window, "correct")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert form.said, "a correction says why"
    form.fields["reason"].edit.setText("luettiin kannen alta")  # type: ignore[union-attr]  # a text field
    window.press(Qt.Key.Key_F10)
    window.settle()
    card = card_of(window, label(3))
    assert (card.serial, card.weight_g, card.serial_reason) == ("PF2ABC77", 1620, None)
    corrections = window.shell.panel._corrections  # type: ignore[union-attr]  # the devices panel
    assert isinstance(corrections, Corrections)
    corrections.settle(card)
    settling = window.shell._layers.top
    assert isinstance(settling, FormCard)
    shoot(window, "mixup-settle")
    settling.fields["reason"].edit.setText("katsottu")  # type: ignore[union-attr]  # a text field
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert Texts("fi").say("error.mixup_unknown.what") in settling.said


def test_a_sticker_that_nobody_can_read_is_photographed_before_the_device_is_saved(
    window: Window, tmp_path: Path
) -> None:
    open_lot(window)
    window.maker()
    window.shell.open("intake")
    settle(window)
    picture = tmp_path / "tarra.jpg"
    picture.write_bytes(jpeg((160, 120), 1))

    def photograph() -> StickerCard:
        window.press(Qt.Key.Key_F7)
        settle(window)
        shoot(window, "no-serial-maker")
        window.press(Qt.Key.Key_F7)
        card = window.shell._layers.top
        assert isinstance(card, StickerCard)
        assert [key.word for key in card.function_keys()][-1] == "Ilman kuvaa"
        card.strip.take_file(str(picture))
        # Until it is read, leaving means to leave it.
        assert card.strip.is_reading
        assert "F10" not in {key.key for key in card.function_keys()}
        window.bot.waitUntil(lambda: len(card.strip.held) == 1, timeout=20_000)
        window.settle()
        shoot(window, "sticker-picture")
        window.press(Qt.Key.Key_F10)
        window.settle()
        return card

    photograph()
    assert panel(window).half_done
    assert panel(window).park()["pictures"] == 1
    # The answer, then the label: it saves, and the picture follows.
    window.press(Qt.Key.Key_F2)
    settle(window)
    says(window, "1 kuva otettu")
    scan(window, label(4))
    desk, first = window.workshop.desk, window.workshop.first
    # Nothing else tells what it is.
    window.press(Qt.Key.Key_F2)
    settle(window)
    window.bot.waitUntil(lambda: len(photo_views.strip(desk, first, label(4))) == 1)
    (kept,) = photo_views.strip(desk, first, label(4))
    assert kept.purpose == PhotoPurpose.SERIAL
    assert card_of(window, label(4)).serial_reason is not None
    says(window, "Kuva on laitteen tiedoissa.")
    shoot(window, "sticker-kept")
    # One that is not saved takes no picture along to the next.
    told: list[Notice] = []
    panel(window).said.connect(told.append)
    photograph()
    window.press(Qt.Key.Key_F9)
    settle(window)
    assert [one.title for one in told] == ["Kuva ei säilynyt"]
    assert not panel(window).half_done
    panel(window).resume({"pictures": 1})
    panel(window).shown()
    assert [one.title for one in told] == ["Kuva ei säilynyt"] * 2
    settle(window)
