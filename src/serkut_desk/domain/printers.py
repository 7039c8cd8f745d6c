"""Label printers as the workshop's settings describe them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class PrinterKind(StrEnum):
    """How a label gets onto paper."""

    PDF = "pdf"
    SYSTEM = "system"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Printer:
    """One label printer.

    Args:
        name: What the house calls it; for a system printer the system's own name of it.
        kind: How it is reached.
        host: Name or address of a network printer.
        port: Its TCP port.
        dpi: Dots per inch.
        may_be_silent: It never tells its state, and the workshop looks itself.
    """

    name: str
    kind: PrinterKind
    host: str = ""
    port: int = 9100
    dpi: int = 300
    may_be_silent: bool = False


@dataclass(frozen=True, slots=True)
class Printers:
    """Every printer of the house and the one that labels go to unless told otherwise."""

    default: str
    known: tuple[Printer, ...]

    def named(self, name: str) -> Printer | None:
        """Return the printer of this name."""
        return next((printer for printer in self.known if printer.name == name), None)


PDF = Printer("pdf", PrinterKind.PDF)
SETTING = "printers"


def printers_from(value: Mapping[str, Any] | None) -> Printers:
    """Return the printers of the setting's value; the PDF folder is always there."""
    if value is None:
        return Printers(PDF.name, (PDF,))
    known = tuple(
        Printer(**{**entry, "kind": PrinterKind(entry["kind"])}) for entry in value["known"]
    )
    return Printers(value["default"], known)


def printers_to(printers: Printers) -> dict[str, Any]:
    """Return the value for the setting."""
    return {
        "default": printers.default,
        "known": [
            {
                "name": printer.name,
                "kind": printer.kind.value,
                "host": printer.host,
                "port": printer.port,
                "dpi": printer.dpi,
                "may_be_silent": printer.may_be_silent,
            }
            for printer in printers.known
        ],
    }
