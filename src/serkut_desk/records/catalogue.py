"""Models, the codes by which they are known, and which device is which.

A model that turned out to be the same as another stays with everything that named it and says
which one it is now; so nothing is lost, and it can be taken apart again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, or_, select, update

from serkut_desk.domain.catalogue import ModelSource, ProductModel
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.records import schema
from serkut_desk.records.rows import Rows, numbered, sought

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy import Connection

_M, _C, _L, _A, _D = (
    schema.product_model,
    schema.model_code,
    schema.device_model,
    schema.model_apart,
    schema.device,
)
_BY_ID = select(_M).where(_M.c.id == bindparam("row_id"))
_NAMED = select(_M).where(
    _M.c.model_key == bindparam("model_key"), _M.c.manufacturer_key == bindparam("maker_key")
)
_BY_CODE = select(_M).join(_C, _C.c.model_id == _M.c.id).where(_C.c.code_key == bindparam("key"))
_OF_DEVICE = (
    select(_M).join(_L, _L.c.model_id == _M.c.id).where(_L.c.device_id == bindparam("device_id"))
)
_LINK = _L.insert().values(device_id=bindparam("device"), model_id=bindparam("model"))
_RELINK = (
    update(_L).where(_L.c.device_id == bindparam("device")).values(model_id=bindparam("model"))
)
_CODE = select(_C).where(_C.c.code_key == bindparam("key"))
# No letter or digit comes after it.
_AFTER = "~"
# More than this many codes of one stem are not looked through: they say the same.
_MOST_OF_STEM = 200


@dataclass(frozen=True, slots=True)
class ModelCode:
    """A product number by which a model is known; `code_key` is its capital letters and digits."""

    id: int
    model_id: int
    code: str
    code_key: str
    at: datetime
    by: str


class Catalogue(Rows[ProductModel]):
    """The catalogue of models."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, _M, ProductModel, {"source": ModelSource})
        self.codes: Rows[ModelCode] = Rows(connection, _C, ModelCode)

    def by_id(self, row_id: int) -> ProductModel | None:
        """Return a model as it stands, merged or not."""
        row = self.connection.execute(_BY_ID, {"row_id": numbered(row_id)}).one_or_none()
        return None if row is None else self.of(row)

    def root_of(self, model: ProductModel) -> ProductModel:
        """Return the model that this one turned out to be, itself when it was never merged."""
        while model.merged_into_id is not None:
            into = self.by_id(model.merged_into_id)
            if into is None:
                message = f"no model {model.merged_into_id}"
                raise LookupError(message)
            model = into
        return model

    def named(self, maker_key: str, model_key: str) -> ProductModel | None:
        """Return the model with this name, merged or not."""
        keys = {"maker_key": maker_key, "model_key": sought(model_key)}
        row = self.connection.execute(_NAMED, keys).one_or_none()
        return None if row is None else self.of(row)

    def of_any_maker(self, model_key: str) -> list[ProductModel]:
        """Return the models of this name, whoever makes them, merged or not."""
        return self.all(_M.c.model_key == sought(model_key), order=[_M.c.id])

    def by_code(self, key: str) -> ProductModel | None:
        """Return the model that a product number names, merged or not."""
        row = self.connection.execute(_BY_CODE, {"key": sought(key)}).one_or_none()
        return None if row is None else self.of(row)

    def by_stem(self, stem: str) -> list[ProductModel]:
        """Return the models, each once and merged or not, whose product numbers begin so."""
        query = (
            select(_C.c.model_id)
            .where(_C.c.code_key >= stem, _C.c.code_key < stem + _AFTER)
            .order_by(_C.c.code_key)
            .limit(_MOST_OF_STEM)
        )
        ids = dict.fromkeys(self.connection.execute(query).scalars())
        return [found for one in ids if (found := self.by_id(one)) is not None]

    def of_device(self, device_id: int) -> ProductModel | None:
        """Return the model that a device was taken for, merged or not."""
        row = self.connection.execute(_OF_DEVICE, {"device_id": device_id}).one_or_none()
        return None if row is None else self.of(row)

    def link(self, device_id: int, model_id: int) -> None:
        """Store which model a device is, in the place of what was stored before."""
        values = {"device": device_id, "model": model_id}
        if self.connection.execute(_RELINK, values).rowcount == 0:
            self.connection.execute(_LINK, values)

    def listed(self, *, unconfirmed: bool = False, limit: int | None = None) -> list[ProductModel]:
        """Return the models that stand, by name; `unconfirmed` those that nobody looked at."""
        only = (_M.c.confirmed == 0,) if unconfirmed else ()
        order = [_M.c.manufacturer_key, _M.c.model_key]
        return self.all(_M.c.merged_into_id.is_(None), *only, order=order, limit=limit)

    def of_maker(self, maker_key: str) -> list[ProductModel]:
        """Return the models of a maker that stand, by name."""
        same = _M.c.manufacturer_key == maker_key
        return self.all(_M.c.merged_into_id.is_(None), same, order=[_M.c.model_key])

    def unlink(self, device_id: int) -> None:
        """Forget which model a device is."""
        self.connection.execute(_L.delete().where(_L.c.device_id == device_id))

    def family(self, model_id: int) -> list[int]:
        """Return the model and everything that was merged into it, by whatever way."""
        found, queue = [model_id], [model_id]
        while queue:
            query = select(_M.c.id).where(_M.c.merged_into_id == queue.pop())
            more = list(self.connection.execute(query).scalars())
            found += more
            queue += more
        return found

    def codes_of(self, model_ids: Collection[int]) -> list[ModelCode]:
        """Return the product numbers of these models, in their own order."""
        return self.codes.all(_C.c.model_id.in_(list(model_ids)), order=[_C.c.code_key])

    def code_row(self, key: str) -> ModelCode | None:
        """Return the row of a product number."""
        row = self.connection.execute(_CODE, {"key": sought(key)}).one_or_none()
        return None if row is None else self.codes.of(row)

    def device_counts(self, model_ids: Collection[int]) -> Mapping[int, int]:
        """Return how many devices were received of each of these; none are left out."""
        query = (
            select(_L.c.model_id, func.count())
            .join(_D, _D.c.id == _L.c.device_id)
            .where(_L.c.model_id.in_(list(model_ids)), _D.c.state != DeviceState.WITHDRAWN.value)
            .group_by(_L.c.model_id)
        )
        return {row[0]: int(row[1]) for row in self.connection.execute(query)}

    def keep_apart(self, one_id: int, other_id: int, *, at: datetime, by: str) -> bool:
        """Store that two are not the same; tell whether that is new."""
        low, high = sorted((one_id, other_id))
        if (low, high) in self.apart((low,)):
            return False
        self.connection.execute(_A.insert(), {"one_id": low, "other_id": high, "at": at, "by": by})
        return True

    def apart(self, model_ids: Collection[int] | None = None) -> frozenset[tuple[int, int]]:
        """Return pairs that are not the same, the lower number first; those of these models."""
        query = select(_A.c.one_id, _A.c.other_id)
        if model_ids is not None:
            ids = list(model_ids)
            query = query.where(or_(_A.c.one_id.in_(ids), _A.c.other_id.in_(ids)))
        return frozenset((row[0], row[1]) for row in self.connection.execute(query))

    def count_unconfirmed(self) -> int:
        """Return how many models nobody has looked at."""
        query = select(func.count()).where(_M.c.confirmed == 0, _M.c.merged_into_id.is_(None))
        return int(self.connection.execute(query).scalar_one())

    def device_codes(self, model_ids: Collection[int], limit: int) -> list[str]:
        """Return devices of these models, the newest first."""
        query = (
            select(_D.c.code)
            .join(_L, _L.c.device_id == _D.c.id)
            .where(_L.c.model_id.in_(list(model_ids)), _D.c.state != DeviceState.WITHDRAWN.value)
            .order_by(_D.c.id.desc())
            .limit(limit)
        )
        return list(self.connection.execute(query).scalars())

    def every_name(self) -> list[tuple[int, str, str, int | None]]:
        """Return number, maker, model and what it was merged into, of every model."""
        query = select(_M.c.id, _M.c.manufacturer, _M.c.model, _M.c.merged_into_id)
        return [(row[0], row[1], row[2], row[3]) for row in self.connection.execute(query)]

    def every_code(self) -> list[tuple[int, str, str]]:
        """Return the model that each product number names, merged or not, the number, its key."""
        query = select(_C.c.model_id, _C.c.code, _C.c.code_key)
        return [(row[0], row[1], row[2]) for row in self.connection.execute(query)]

    def family_counts(self, model_ids: Collection[int]) -> Mapping[int, int]:
        """Return how many devices were received of each of these, merged ones with them."""
        root = {number: number for number in model_ids}
        layer = list(root)
        while layer:
            query = select(_M.c.id, _M.c.merged_into_id).where(_M.c.merged_into_id.in_(layer))
            below = {row[0]: root[row[1]] for row in self.connection.execute(query)}
            root |= below
            layer = list(below)
        sums = dict.fromkeys(model_ids, 0)
        for number, count in self.device_counts(root).items():
            sums[root[number]] += count
        return sums

    def newest_seq(self) -> int:
        """Return the number of the entry that changed the catalogue last, 0 for an empty one."""
        return int(self.connection.execute(select(func.max(_M.c.seq))).scalar() or 0)

    def since(self, seq: int) -> list[ProductModel]:
        """Return models, merged ones too, that an entry after this one changed."""
        return self.all(_M.c.seq > seq, order=[_M.c.id])
