"""Dates, sizes and closed words as papers write them, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from datetime import date, datetime

DASH = "\N{EN DASH}"
NOTHING = DASH
MULTIPLIED = "\N{MULTIPLICATION SIGN}"
MINUS = "\N{MINUS SIGN}"
_FIXED_SPACE = "\N{NO-BREAK SPACE}"
_STEPS = ((10**12, "terabytes"), (10**9, "gigabytes"), (10**6, "megabytes"), (1, "bytes"))


class PaperWords:
    """Says things on papers.

    Args:
        language: `fi`, `sv` or `en`.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = Texts(language)

    def say(self, key: str, /, **fields: object) -> str:
        """Return the sentence `paper.<key>`."""
        return self._texts.say(f"paper.{key}", **fields)

    def word(self, group: str, value: str) -> str:
        """Return the word for `value` of a closed vocabulary; an open value as it is."""
        key = f"paper.{group}.{value}"
        return self._texts.say(key) if self._texts.has(key) else value

    def shared(self, group: str, value: str) -> str:
        """Return a word that screens and papers share: `state` or `data_state` of a device."""
        return self._texts.say(f"{group}.{value}")

    def money(self, cents: int) -> str:
        """Return an amount as `1 234,50 €`; spaces in it do not break."""
        return f"{self._figure(cents, 100, 2)}{_FIXED_SPACE}€"

    def percent(self, permille: int) -> str:
        """Return a rate as `25,5 %`."""
        places = 0 if permille % 10 == 0 else 1
        return f"{self._figure(permille, 10, places)}{_FIXED_SPACE}%"

    def weight(self, grams: int | None) -> str:
        """Return a weight as `1,62 kg`; a dash when nobody has weighed."""
        return NOTHING if grams is None else f"{self._figure(grams, 1000, 2)}{_FIXED_SPACE}kg"

    def kilograms(self, grams: int) -> str:
        """Return a weight to the gram, `1,624`, for a column of kilograms that adds up."""
        return self._figure(grams, 1000, 3)

    def count(self, number: int) -> str:
        """Return a whole number in groups of three, `500 107 862 016`."""
        return self._figure(number, 1, 0)

    def _figure(self, units: int, per: int, places: int) -> str:
        rounded = (abs(units) * 10**places * 2 + per) // (2 * per)
        whole, rest = divmod(rounded, 10**places)
        sign = MINUS if units < 0 and rounded else ""
        point = f"{self.say('decimal_point')}{rest:0{places}d}" if places else ""
        return sign + f"{whole:,}".replace(",", _FIXED_SPACE) + point

    def day(self, day: date) -> str:
        """Return `18.11.2026`."""
        return self.say("day", day=day.day, month=day.month, year=day.year)

    def moment(self, instant: datetime) -> str:
        """Return `18.11.2026 klo 14.30` in Finnish time."""
        return self.machine_moment(local(instant))

    def machine_moment(self, clock: datetime) -> str:
        """Return day and time of day exactly as a machine's own clock showed them."""
        return self.say("moment", day=self.day(clock), hour=clock.hour, minute=clock.minute)

    def span(self, started: datetime | None, ended: datetime | None) -> str:
        """Return start and end as a machine's own clock showed them, the day once if it is one."""
        if ended is None:
            return self.machine_moment(started) if started else NOTHING
        if started is None:
            return self.machine_moment(ended)
        if started.date() != ended.date():
            return f"{self.machine_moment(started)} {DASH} {self.machine_moment(ended)}"
        times = (self.say("time", hour=each.hour, minute=each.minute) for each in (started, ended))
        return f"{self.day(started)} {f' {DASH} '.join(times)}"

    def size(self, capacity_bytes: int | None) -> str:
        """Return a capacity as makers write it, `256 Gt`: powers of ten, three figures."""
        if not capacity_bytes:
            return self.say("size_unknown")
        step, unit = next(each for each in _STEPS if capacity_bytes >= each[0])
        rounded = float(f"{capacity_bytes / step:.3g}")
        return self.say(unit, figure=f"{rounded:g}".replace(".", self.say("decimal_point")))


def both(code: str) -> str:
    """Return a code of ours for eyes and whole: `SD 4102 · SD0000410214`."""
    return f"{short(code)} · {code}"


def joined(*parts: str) -> str:
    """Return what is known of `parts`, with dots between; a dash when nothing is."""
    return " · ".join(part for part in parts if part.strip()) or NOTHING
