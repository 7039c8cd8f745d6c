"""Photographs of one thing in a row: those that stand, those that just came, and how to add one.

How a screen uses it:

    strip = PhotoStrip(hands, PhotoPurpose.DAMAGE)
    strip.said.connect(self.said); strip.overlay_wanted.connect(self.overlay_wanted)
    strip.show_subject("SD0000421757")      # a device, or a lot with cage="Häkki 1": kept at once
    strip.show_subject("")                  # nothing is in the records yet: pictures are held
    for one in strip.held: ...              # AddPhoto(of, one.data, ...) once there is a record
    strip.clear()

`function_keys(keys)` are its buttons for a screen's F-keys: the newest of the folder, a file, the
clipboard.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtGui import QGuiApplication, QImageWriter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.photos import PhotoPurpose
from serkut_desk.stations import photo_views
from serkut_desk.stations.intake.photo_commands import AddPhoto
from serkut_desk.stations.photo_keeping import prepare_photo
from serkut_desk.stations.photo_watching import read_photo_file
from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.panel import Action, Notice
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.flow import FlowLayout
from serkut_desk.ui.parts.photo_card import PhotoCard
from serkut_desk.ui.parts.photo_thumb import PhotoThumb
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.photo_folder import PhotoFolder
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent

    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.photos import PreparedPhoto
    from serkut_desk.stations.intake.photo_commands import PhotoDone
    from serkut_desk.stations.photo_views import PhotoView
    from serkut_desk.stations.photo_watching import FolderPhoto
    from serkut_desk.ui.hands import Hands

T = TypeVar("T")
_FRESH = 3
"""So many of the folder's newest are offered; more would push the rest off a laptop's screen."""


@dataclass(frozen=True, slots=True)
class HeldPhoto:
    """A picture that waits until there is a record to hang it on."""

    data: bytes
    prepared: PreparedPhoto


class PhotoStrip(QWidget):
    """Shows and takes photographs.

    Args:
        hands: Asks and carries out.
        purpose: Why the next ones are taken.
        may_add: Offer to add; False only shows.
        own_bar: Show the buttons; False where the screen shows `function_keys` itself.
        at_once: So many photographs are shown at a time.
    """

    changed = Signal()
    """Another photograph stands, is held, or lies fresh in the folder."""
    said = Signal(object)
    """A `Notice`."""
    overlay_wanted = Signal(object)
    """An `Overlay`: one photograph large."""

    def __init__(
        self,
        hands: Hands,
        purpose: PhotoPurpose = PhotoPurpose.DEVICE,
        parent: QWidget | None = None,
        *,
        may_add: bool = True,
        own_bar: bool = True,
        at_once: int = 6,
    ) -> None:
        super().__init__(parent)
        self._hands = hands
        self.purpose = purpose
        self._may_add = may_add
        self._at_once = at_once
        self._own_bar = own_bar and may_add
        self._of = self._cage = ""
        self._page = 0
        self._views: tuple[PhotoView, ...] = ()
        self._held: list[HeldPhoto] = []
        self._coming = 0
        self.folder = PhotoFolder(hands, self)
        self.folder.changed.connect(self._draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        self._thumbs = FlowLayout(px(10))
        self._none = label(self.tr("No pictures yet."), "muted", wrap=True)
        self._fresh_word = label(self.tr("New in the folder. Tap the right one."), "strong")
        self._fresh = FlowLayout(px(10))
        self._trouble = label("", "secondary", wrap=True)
        self._bar = ActionBar()
        column.addLayout(self._thumbs)
        column.addWidget(self._none)
        column.addWidget(self._fresh_word)
        column.addLayout(self._fresh)
        column.addWidget(self._trouble)
        column.addWidget(self._bar)
        self._draw()

    @property
    def held(self) -> tuple[HeldPhoto, ...]:
        """Pictures that wait for a record, the oldest first."""
        return tuple(self._held)

    def hold(self, held: Sequence[HeldPhoto]) -> None:
        """Go on with what another strip held."""
        self._held = list(held)
        self._draw()

    @property
    def is_reading(self) -> bool:
        """Whether a picture is on its way that is neither kept nor held yet."""
        return bool(self._coming)

    @property
    def count(self) -> int:
        """How many photographs stand or are held."""
        return len(self._views) + len(self._held)

    def show_subject(self, of: str, cage: str = "") -> None:
        """Show the photographs of a device or lot by its code, or of a cage of the lot.

        Args:
            of: The code; "" while there is no record: pictures are held then.
            cage: Name of the cage.
        """
        if (of, cage) != (self._of, self._cage):
            self._of, self._cage, self._views, self._page = of, cage, (), 0
            self._draw()
        self.reload()

    def reload(self) -> None:
        """Read the photographs again."""
        if self._of:
            question = partial(_strip, of=self._of, cage=self._cage)
            asked = (self._of, self._cage)
            self._hands.ask(question, partial(self._read, asked), self._failed)

    def clear(self) -> None:
        """Let go of what is held."""
        self._held = []
        self._draw()

    def function_keys(self, keys: Sequence[str] = ("", "", "")) -> tuple[Action, ...]:
        """Return how to add a picture; `keys` are F-keys for folder, file and clipboard."""
        if not self._may_add:
            return ()
        folder, file, clipboard = keys
        fresh = len(self.folder.fresh)
        newest = Action(self.tr("Newest picture"), self.take_newest, key=folder, icon="camera")
        watch = Action(
            self.tr("Choose the camera's folder"),
            self.choose_folder,
            key=folder,
            icon="folder-search",
        )
        return (
            newest if fresh else watch,
            Action(self.tr("From a file"), self.choose_file, key=file, icon="image-plus"),
            Action(
                self.tr("From the clipboard"),
                self.take_clipboard,
                key=clipboard,
                icon="clipboard-paste",
            ),
        )

    def take(self, data: bytes) -> None:
        """Take a picture file: keep it at once, or hold it while there is no record."""
        # Drawn beside the lane: a large picture must not keep the next scan waiting.
        asked = (self._of, self._cage, self.purpose)
        self._begin(partial(_held, data), partial(self._prepared, asked))

    def take_newest(self) -> None:
        """Take the newest picture of the folder."""
        if self.folder.fresh:
            self._take_fresh(self.folder.fresh[0])

    def take_clipboard(self) -> None:
        """Take the picture on the clipboard, or the file that was copied."""
        clipboard = QGuiApplication.clipboard()
        mime = clipboard.mimeData()
        # A clipboard on which nothing ever was has no data at all.
        urls = mime.urls() if mime is not None else []  # type: ignore[redundant-expr] # the stubs know it not
        files = [one.toLocalFile() for one in urls if one.isLocalFile()]
        image = clipboard.image()
        if files:
            self.take_file(files[0])
        elif image.isNull():
            self._failed(Refused("photo_no_clipboard"))
        else:
            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            QImageWriter(buffer, QByteArray(b"png")).write(image)
            self.take(bytes(buffer.data().data()))

    def take_file(self, path: str) -> None:
        """Take a picture file by its path."""
        self._begin(partial(read_photo_file, Path(path)), self.take)

    def choose_file(self) -> None:
        """Ask for a picture file."""
        chooser = FileChooser(self, self.tr("Picture"))
        chooser.setFileMode(FileChooser.FileMode.ExistingFile)
        chooser.setNameFilter(self.tr("Pictures (*.jpg *.jpeg *.png *.webp)"))
        chooser.fileSelected.connect(self.take_file)
        chooser.open()

    def choose_folder(self) -> None:
        """Ask into which folder the camera puts its pictures."""
        chooser = FileChooser(self, self.tr("The camera's folder"))
        chooser.setFileMode(FileChooser.FileMode.Directory)
        chooser.setOption(FileChooser.Option.ShowDirsOnly)
        chooser.fileSelected.connect(lambda chosen: self.folder.choose(Path(chosen)))
        chooser.open()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's own name
        """Watch the folder while somebody looks."""
        super().showEvent(event)
        if self._may_add:
            self.folder.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's own name
        """Leave the folder alone."""
        super().hideEvent(event)
        self.folder.stop()

    def _begin(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._coming += 1
        self.changed.emit()
        self._hands.work(work, partial(self._came, then), self._not_come)

    def _came(self, then: Callable[[T], None], found: T) -> None:
        self._coming -= 1
        then(found)
        self.changed.emit()

    def _not_come(self, failure: KnownFailure) -> None:
        self._coming -= 1
        self._failed(failure)
        self.changed.emit()

    def _take_fresh(self, fresh: FolderPhoto) -> None:
        self.take_file(str(fresh.path))

    def _read(self, asked: tuple[str, str], views: tuple[PhotoView, ...]) -> None:
        if asked == (self._of, self._cage):
            self._views = views
            self._draw()

    def _added(self, done: PhotoDone) -> None:
        word = (
            self.tr("The picture is kept.")
            if done.new
            else self.tr("This picture is here already.")
        )
        self.said.emit(Notice(Tone.GOOD if done.new else Tone.INFO, word))
        self.reload()
        self.folder.look()

    def _prepared(self, asked: tuple[str, str, PhotoPurpose], held: HeldPhoto) -> None:
        """Keep it for what was shown when it was taken, whatever is shown now."""
        of, cage, purpose = asked
        if of:
            command = AddPhoto(of, held.data, purpose, cage, held.prepared)
            self._hands.submit(command, self._added, self._failed, _changes)
            return
        if all(one.prepared.sha256 != held.prepared.sha256 for one in self._held):
            self._held.append(held)
        else:
            self.said.emit(Notice(Tone.INFO, self.tr("This picture is here already.")))
        self._draw()

    def _failed(self, failure: KnownFailure) -> None:
        self.said.emit(self._hands.notice(failure))

    def _open(self, photo: int) -> None:
        view = next((one for one in self._views if one.id == photo), None)
        if view is not None:
            card = PhotoCard(self.window(), self._hands, view)
            card.said.connect(self.said)
            card.removed.connect(self.reload)
            self.overlay_wanted.emit(card)

    def _turn(self) -> None:
        self._page = (self._page + 1) % -(-len(self._views) // self._at_once)
        self._draw()

    def _drop(self, at: int) -> None:
        del self._held[at]
        self._draw()

    def _draw(self) -> None:
        _empty(self._thumbs)
        _empty(self._fresh)
        texts = self._hands.texts
        last = max(len(self._views) - 1, 0) // self._at_once
        self._page = min(self._page, last)
        start = self._page * self._at_once
        for view in self._views[start : start + self._at_once]:
            word = texts.say(f"photo.purpose.{view.purpose.value}")
            self._thumbs.addWidget(PhotoThumb(view.thumb, word, partial(self._open, view.id)))
        if last:
            word = self.tr("Others")
            self._thumbs.addWidget(PhotoThumb(b"", word, self._turn, "list"))
        for at, held in enumerate(self._held):
            word = self.tr("Remove")
            self._thumbs.addWidget(PhotoThumb(held.prepared.thumb, word, partial(self._drop, at)))
        fresh = [one for one in self.folder.fresh if one.digest not in self._held_digests()]
        for one in fresh[:_FRESH] if self._may_add else ():
            thumb = PhotoThumb(one.thumb, self.tr("Take"), partial(self._take_fresh, one))
            self._fresh.addWidget(thumb)
        self._none.setVisible(not self.count and not fresh)
        self._fresh_word.setVisible(bool(fresh) and self._may_add)
        self._show_trouble()
        # What is fresh is tapped: the way to the newest is for screens that give it a key.
        self._bar.show_actions(self.function_keys()[1 if fresh else 0 :])
        self._bar.setVisible(self._own_bar)
        self.updateGeometry()
        self.changed.emit()

    def _held_digests(self) -> frozenset[str]:
        return frozenset(one.prepared.source_digest for one in self._held)

    def _show_trouble(self) -> None:
        problem, many = self.folder.problem, self.folder.unreadable
        said = ""
        if problem is not None:
            words = self._hands.texts.failure(problem)
            said = f"{words['what']} {words['next']}"
        elif many:
            said = self.tr("%n files in the folder can not be opened.", "", many)
        self._trouble.setText(said)
        self._trouble.setVisible(bool(said) and self._may_add)


def _empty(layout: FlowLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _held(data: bytes) -> HeldPhoto:
    return HeldPhoto(data, prepare_photo(data))


def _changes(done: PhotoDone) -> Changes:
    return done.changes


_strip = photo_views.strip
