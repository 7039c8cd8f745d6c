"""What search over everything asks besides devices; each question has an index or a small table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, cast, func, or_, select

from serkut_desk.domain.lots import name_key
from serkut_desk.records import schema

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select

_L, _O, _P, _M = schema.lot, schema.organisation, schema.place, schema.medium
_D, _C, _H, _W = schema.device, schema.certificate, schema.handover, schema.person
_K = schema.paper
_S, _T = schema.part, schema.work_order
_LAST = "\uffff"


@dataclass(frozen=True, slots=True)
class Known:
    """One thing of the workshop that a text names.

    Args:
        code: What it is called: a code, a serial, a paper's number as people write it.
        name: What it says besides: a sender, a model, a title.
        state: Word of its state, "" when it has none.
        device: Code of its device, None when it has none.
        handover: Code of its handover, None when it has none.
        kind: Word of its kind, "" where only one kind is known.
        place: Name of the place where it lies, None when that is not known.
    """

    code: str
    name: str
    state: str = ""
    device: str | None = None
    handover: str | None = None
    kind: str = ""
    place: str | None = None


class Lookups:
    """Reads only."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lots(self, text: str, limit: int) -> list[Known]:
        """Return lots whose sender's name holds a text, the newest first."""
        query = self._lot().where(_holds(_O.c.name_key, text)).order_by(_L.c.id.desc())
        return self._known(query.limit(limit))

    def lot(self, code: str) -> list[Known]:
        """Return the lot with a code."""
        return self._known(self._lot().where(_L.c.code == code))

    def places(self, text: str, limit: int) -> list[Known]:
        """Return places whose name holds a text."""
        query = select(_P.c.code, _P.c.name).where(_holds(_P.c.name_key, text))
        return self._known(query.order_by(_P.c.name_key).limit(limit))

    def place(self, code: str) -> list[Known]:
        """Return the place with a code."""
        return self._known(select(_P.c.code, _P.c.name).where(_P.c.code == code))

    def media(self, key: str, limit: int) -> list[Known]:
        """Return media whose serial begins with a key (`serial_key`)."""
        begins = (_M.c.serial_key >= key) & (_M.c.serial_key < key + _LAST)
        return self._known(self._medium().where(begins).order_by(_M.c.serial_key).limit(limit))

    def medium(self, code: str) -> list[Known]:
        """Return the medium that carries a label of its own."""
        return self._known(self._medium().where(_M.c.code == code))

    def parts(self, key: str, limit: int) -> list[Known]:
        """Return parts whose serial begins with a key (`serial_key`), withdrawn ones apart."""
        begins = (_S.c.serial_key >= key) & (_S.c.serial_key < key + _LAST)
        query = self._part().where(begins, _S.c.state != "withdrawn")
        return self._parts(query.order_by(_S.c.serial_key).limit(limit))

    def part(self, code: str) -> list[Known]:
        """Return the part with a code."""
        return self._parts(self._part().where(_S.c.code == code))

    def order(self, code: str) -> list[Known]:
        """Return the work order with a code, called by its problem."""
        query = select(_T.c.code, _T.c.problem, _T.c.state, _D.c.code)
        return self._known(query.join(_D, _D.c.id == _T.c.device_id).where(_T.c.code == code))

    def container(self, code: str) -> list[Known]:
        """Return the container with a code, called by its fraction and name."""
        box = schema.container
        query = select(box.c.code, box.c.name, box.c.state, box.c.fraction, _P.c.name)
        query = query.outerjoin(_P, _P.c.id == box.c.place_id).where(box.c.code == code)
        return [
            Known(code, name, state, kind=fraction, place=place)
            for code, name, state, fraction, place in self._connection.execute(query)
        ]

    def certificate(self, code: str) -> list[Known]:
        """Return the certificate with a number: of a device, a loose medium or a lot."""
        made = _D.c.manufacturer + " " + _D.c.model
        loose, whole, lot = schema.medium_certificate, schema.lot_certificate, schema.lot
        found: list[Known] = []
        for table in (_C, loose):
            query = select(table.c.code, made, table.c.state, _D.c.code)
            query = query.join(_D, _D.c.id == table.c.device_id)
            found += self._known(query.where(table.c.code == code))
        sender = schema.organisation.c.name
        of_lot = (
            select(whole.c.code, sender, whole.c.state)
            .join(lot, lot.c.id == whole.c.lot_id)
            .join(schema.organisation, schema.organisation.c.id == lot.c.organisation_id)
            .where(whole.c.code == code)
        )
        return found + self._known(of_lot)

    def handover(self, code: str) -> list[Known]:
        """Return the handover with a number; to whom stays untold."""
        query = select(_H.c.code, _H.c.channel, _H.c.state).where(_H.c.code == code)
        return self._known(query)

    def papers(self, number: int, series: str | None, limit: int) -> list[Known]:
        """Return papers with a number, of one series or of all."""
        query = (
            select(
                _K.c.series + "-" + cast(_K.c.number, Text),
                _K.c.title,
                _K.c.kind,
                _D.c.code,
                _H.c.code,
            )
            .outerjoin(_D, _D.c.id == _K.c.device_id)
            .outerjoin(_H, _H.c.id == _K.c.handover_id)
            .where(_K.c.number == number)
        )
        if series is not None:
            query = query.where(_K.c.series == series)
        return self._known(query.order_by(_K.c.id.desc()).limit(limit))

    def people(self, text: str, limit: int) -> list[Known]:
        """Return active people whose short name, name or badge holds a text."""
        beginning = f"%{_plain(text)}%"
        holds = or_(
            *(column.ilike(beginning, escape="\\") for column in (_W.c.display, _W.c.name)),
            _W.c.code == text,
        )
        query = select(_W.c.code, _W.c.display, _W.c.role).where(_W.c.active.is_(True), holds)
        return self._known(query.order_by(_W.c.display).limit(limit))

    @staticmethod
    def _lot() -> Select[Any]:
        return select(_L.c.code, _O.c.name, _L.c.state).join(_O, _O.c.id == _L.c.organisation_id)

    @staticmethod
    def _medium() -> Select[Any]:
        called = func.coalesce(func.nullif(_M.c.serial, ""), _M.c.code)
        return select(called, _M.c.model, _M.c.state, _D.c.code).join(_D, _D.c.id == _M.c.device_id)

    @staticmethod
    def _part() -> Select[Any]:
        called = func.coalesce(func.nullif(_S.c.specification, ""), _S.c.model)
        query = select(_S.c.code, called, _S.c.state, _D.c.code, _S.c.type, _P.c.name)
        places = query.outerjoin(_P, _P.c.id == _S.c.place_id)
        return places.outerjoin(_D, _D.c.id == _S.c.device_id)

    def _parts(self, query: Select[Any]) -> list[Known]:
        return [
            Known(code, name, state, device, kind=kind, place=place)
            for code, name, state, device, kind, place in self._connection.execute(query)
        ]

    def _known(self, query: Select[Any]) -> list[Known]:
        return [Known(*row) for row in self._connection.execute(query)]


def _holds(column: ColumnElement[str], text: str) -> ColumnElement[bool]:
    return column.like(f"%{_plain(name_key(text))}%", escape="\\")


def _plain(text: str) -> str:
    """Return a text that stands for itself in a pattern."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
