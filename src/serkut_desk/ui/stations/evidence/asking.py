"""The questions that the evidence screen asks on a card, and what each answer does."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.report_folder import STICKS
from serkut_desk.ui.stations.evidence.wording import candidate_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.stations.report_candidates import CandidateLine
    from serkut_desk.texts import Texts
    from serkut_desk.ui.report_folder import ReportFolder
    from serkut_desk.ui.stations.evidence.presenter import EvidencePresenter

translate = QCoreApplication.translate
_STOP, _CHOOSE = "stop", "choose"
IN_DEVICE, NOT_OURS = "in_device", "not_ours"


def which_medium(
    parent: QWidget,
    run: int,
    lines: tuple[CandidateLine, ...],
    texts: Texts,
    presenter: EvidencePresenter,
) -> PickCard:
    """Ask which medium a drive is: what agrees and what differs stands under each."""
    line = translate(
        "EvidenceAsks", "Nothing here is certain. Read the serial number on the disk's label."
    )
    card = PickCard(
        parent,
        translate("EvidenceAsks", "Which disk is this?"),
        line,
        tuple((str(one.medium_id), candidate_words(one, texts), "hard-drive") for one in lines),
    )
    card.picked.connect(lambda key: presenter.assign(run, int(key)))
    return card


def whose_unknown(parent: QWidget) -> PickCard:
    """Ask what to do with a drive that no recorded disk fits; picks `IN_DEVICE` or `NOT_OURS`."""
    return PickCard(
        parent,
        translate("EvidenceAsks", "No recorded disk fits"),
        translate("EvidenceAsks", "Where is the disk that this report is about?"),
        (
            (IN_DEVICE, translate("EvidenceAsks", "In a device: add it there"), "plus"),
            (NOT_OURS, translate("EvidenceAsks", "It is not ours"), "x"),
        ),
    )


def why_not(parent: QWidget, run: int, presenter: EvidencePresenter) -> PickCard:
    """Ask why a report does not count."""
    reasons = (
        (translate("EvidenceAsks", "The file was changed by hand"), "pencil"),
        (translate("EvidenceAsks", "It is about another disk"), "hard-drive"),
        (translate("EvidenceAsks", "It was only a trial"), "circle-question-mark"),
    )
    card = PickCard(
        parent,
        translate("EvidenceAsks", "Why does this report not count?"),
        translate("EvidenceAsks", "It stays in the records, with who decided it."),
        tuple((word, word, icon) for word, icon in reasons),
    )
    card.picked.connect(partial(presenter.set_aside, run))
    return card


def not_ours(parent: QWidget, medium: int, presenter: EvidencePresenter) -> PickCard:
    """Ask what a drive is that is not the device's."""
    reasons = (
        (translate("EvidenceAsks", "It is our wiping stick"), "usb"),
        (translate("EvidenceAsks", "It belongs to the bench"), "cable"),
        (translate("EvidenceAsks", "It was in another machine"), "laptop"),
    )
    card = PickCard(
        parent,
        translate("EvidenceAsks", "Whose disk is it?"),
        translate("EvidenceAsks", "The disk is taken off the device."),
        tuple((word, word, icon) for word, icon in reasons),
    )
    card.picked.connect(partial(presenter.reject, medium))
    return card


def local_clock(parent: QWidget, run: int, presenter: EvidencePresenter) -> PickCard:
    """Ask whether a computer's clock ran in local time: what is noted stays."""
    card = PickCard(
        parent,
        translate("EvidenceAsks", "Did the computer's clock run in local time?"),
        translate("EvidenceAsks", "The note stays beside the report. It cannot be undone."),
        (("yes", translate("EvidenceAsks", "Yes, note it"), "clock"),),
    )
    card.picked.connect(lambda _key: presenter.note_clock(run))
    return card


class WatchAsk:
    """Asks what this workstation watches.

    Args:
        parent: The panel.
        folder: What is watched.
    """

    def __init__(self, parent: QWidget, folder: ReportFolder) -> None:
        self._parent = parent
        self._folder = folder

    def card(self) -> PickCard:
        """Return the question."""
        now = self._folder.watched
        said = translate("EvidenceAsks", "Now: {0}")
        words = {"": translate("EvidenceAsks", "nothing"), STICKS: self._sticks()}
        card = PickCard(
            self._parent.window(),
            translate("EvidenceAsks", "Where do reports come by themselves?"),
            said.replace("{0}", words.get(now, now)),
            (
                (STICKS, self._sticks(), "usb"),
                (_CHOOSE, translate("EvidenceAsks", "A folder"), "folder-open"),
                (_STOP, translate("EvidenceAsks", "Nowhere"), "x"),
            ),
        )
        card.picked.connect(self._picked)
        return card

    def _sticks(self) -> str:
        return translate("EvidenceAsks", "On sticks that are plugged in")

    def _picked(self, key: str) -> None:
        if key == _CHOOSE:
            chooser = FileChooser(
                self._parent, translate("EvidenceAsks", "Folder into which reports come")
            )
            chooser.setFileMode(FileChooser.FileMode.Directory)
            chooser.fileSelected.connect(self._chosen)
            chooser.open()
        else:
            self._folder.choose(key if key == STICKS else "")

    def _chosen(self, folder: str) -> None:
        self._folder.choose(str(Path(folder)))
