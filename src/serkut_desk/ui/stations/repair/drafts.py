"""Text that was typed into a form and not sent: it is there again when its person comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import SignalInstance


class Draftable(Protocol):
    """A form whose text can be kept."""

    dropped: bool
    """Its text is done with: it was sent, or its person left it by F9."""

    @property
    def closed(self) -> SignalInstance:
        """Emitted when it is gone."""

    @property
    def written(self) -> Mapping[str, str]:
        """What was typed, by field; nothing that is empty."""

    def fill_in(self, values: Mapping[str, str]) -> None:
        """Type it again."""


class Drafts(QObject):
    """Keeps the last form that was closed half typed, such as by locking the desk."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._order, self._name = "", ""
        self._values: dict[str, str] = {}
        self._form: Draftable | None = None

    def follow(self, form: Draftable, order: str, name: str) -> None:
        """Fill a form in where it was left, and keep what is typed now.

        Args:
            form: Just made.
            order: Code of the order that it is about.
            name: Which form it is.
        """
        if (order, name) == (self._order, self._name):
            form.fill_in(self._values)
        self._order, self._name, self._values = order, name, {}
        self._form = form
        form.closed.connect(self._closed)

    def park(self) -> tuple[str, ...]:
        """Return everything as plain words."""
        self._keep()
        if not self._values:
            return ()
        pairs = (word for pair in self._values.items() for word in pair)
        return (self._order, self._name, *pairs)

    def resume(self, parked: object) -> None:
        """Take up what `park` gave."""
        if not isinstance(parked, tuple) or len(parked) < len(("order", "name")):
            return
        self._order, self._name, *words = map(str, parked)
        self._values = dict(zip(words[::2], words[1::2], strict=False))

    def _keep(self) -> None:
        if self._form is not None:
            self._values = {} if self._form.dropped else dict(self._form.written)

    def _closed(self) -> None:
        self._keep()
        self._form = None
