"""What a sender's list says comes in a delivery: devices, quantities, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.domain.device_types import DeviceType


class Finding(StrEnum):
    """What can be said about a list or a row; each has a sentence `list.<value>`."""

    # What stops a row: it can only be taken as "to be identified".
    NO_IDENTITY = "no_identity"
    IMEI_RUINED = "imei_ruined"
    IMEI_CHECK = "imei_check"
    IMEI_FORM = "imei_form"
    SERIAL_RUINED = "serial_ruined"
    SERIAL_DATE = "serial_date"
    SERIAL_FORM = "serial_form"
    SERIAL_SEVERAL = "serial_several"
    SERIAL_TWICE = "serial_twice"
    QUANTITY_UNCLEAR = "quantity_unclear"
    QUANTITY_AND_SERIAL = "quantity_and_serial"
    COLUMNS_SHIFTED = "columns_shifted"
    # What does not stop a row.
    SERIAL_TIDIED = "serial_tidied"
    LEADING_ZEROS = "leading_zeros"
    NOT_A_VALUE = "not_a_value"
    PERSONAL_MASKED = "personal_masked"
    IMEI_FROM_LONGER = "imei_from_longer"
    IMEI_SEVERAL = "imei_several"
    INVENTORY_TWICE = "inventory_twice"
    TYPE_UNKNOWN = "type_unknown"
    TYPE_FROM_MODEL = "type_from_model"
    QUANTITY_FROM_TEXT = "quantity_from_text"
    WEIGHT_UNCLEAR = "weight_unclear"
    SHORTENED = "shortened"
    # About the whole list.
    ROW_REPEATED = "row_repeated"
    TOTAL_DIFFERS = "total_differs"
    OTHER_SHEET = "other_sheet"
    HIDDEN_SHEET = "hidden_sheet"
    SHEET_CHOSEN = "sheet_chosen"
    HIDDEN_ROWS = "hidden_rows"
    ENCODING_GUESSED = "encoding_guessed"
    LETTERS_MIXED = "letters_mixed"
    QUOTES_BROKEN = "quotes_broken"


class SkipReason(StrEnum):
    """Why a row is neither a device nor a quantity; each has a sentence `list.skipped.<value>`."""

    REPEATED = "repeated"
    TOTAL = "total"
    HEADING = "heading"
    TEXT_ONLY = "text_only"


class IgnoredBecause(StrEnum):
    """Why a column is not kept; each has a sentence `list.ignored.<value>`."""

    PEOPLE = "people"
    NOT_NEEDED = "not_needed"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say about a row or a list.

    Args:
        code: What it is.
        row: Row in the file as a person sees it, from 1; None for the whole list.
        column: The column's heading, or None.
        facts: Further named values of the sentence; never anything about a person.
    """

    code: Finding
    row: int | None = None
    column: str | None = None
    facts: tuple[tuple[str, str | int], ...] = ()

    @property
    def key(self) -> str:
        """Key of the sentence in the texts."""
        return f"list.{self.code.value}"

    @property
    def fields(self) -> dict[str, str | int]:
        """Values for the named fields of the sentence."""
        return {"row": self.row or 0, "column": self.column or "", "found": "", **dict(self.facts)}


@dataclass(frozen=True, slots=True)
class ListRow:
    """One device, or a line of many things without identity.

    Args:
        row: Row in the file as a person sees it, from 1.
        type: Kind of device, None where the list does not say it or says something unknown.
        manufacturer: As the known manufacturers are written, else as in the list; "" when absent.
        model: "" when absent.
        serial: Trimmed, upper case, without spaces; "" when absent or ruined.
        inventory: The sender's own number, trimmed, upper case; "" when absent.
        imei: Fifteen digits with a right check digit; "" when absent or ruined.
        quantity: Pieces; above 1 the line is a quantity, not a device.
        weight_g: Grams of the line, None when absent or unclear.
        problems: What stops the row; it can only be taken as "to be identified".
        notes: What does not stop it.
    """

    row: int
    type: DeviceType | None = None
    manufacturer: str = ""
    model: str = ""
    serial: str = ""
    inventory: str = ""
    imei: str = ""
    quantity: int = 1
    weight_g: int | None = None
    problems: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is neither a device nor a quantity; its content is not kept."""

    row: int
    reason: SkipReason


@dataclass(frozen=True, slots=True)
class IgnoredColumn:
    """A column whose values are not kept; only its heading is."""

    name: str
    because: IgnoredBecause


@dataclass(frozen=True, slots=True)
class DeliveryList:
    """A sender's list as it was read.

    Args:
        rows: Devices and quantities, in the order of the file.
        skipped: Rows that are neither.
        ignored: Columns whose values were not kept.
        problems: What a person must see about the whole list; it stops no row.
        notes: What is good to know about the whole list.
        encoding: Python's name of the text encoding, or "xlsx".
        delimiter: Sign between columns in a text file, else "".
        sheet: Name of the sheet that was read, else "".
        header_row: Row of the headings, from 1.
    """

    rows: tuple[ListRow, ...]
    skipped: tuple[SkippedRow, ...]
    ignored: tuple[IgnoredColumn, ...]
    problems: tuple[Remark, ...]
    notes: tuple[Remark, ...]
    encoding: str
    delimiter: str
    sheet: str
    header_row: int

    @property
    def ignored_columns(self) -> tuple[str, ...]:
        """Headings of the columns that were not kept."""
        return tuple(column.name for column in self.ignored)

    @property
    def stopped_rows(self) -> tuple[ListRow, ...]:
        """Rows that can only be taken as "to be identified"."""
        return tuple(row for row in self.rows if row.problems)
