"""Kills the worker again and again in the same folder, and checks what each death left.

What this shows: the program's process may die at any instant (killed, crashed, closed by the
system) and nothing that it confirmed is lost, and nothing is left half-done. What it does not
show: a power cut or a failing disk. There the operating system dies too, and what it had not yet
written to the disk is gone; only a machine whose plug is pulled can show that.

The moments are random, from a seed: a number of confirmed actions to wait for and then a fraction
of a second, so that kills fall into every kind of action. The program has no hooks for this.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self

from journeys.bench_laws import Seen
from serkut_desk import bootstrap
from serkut_desk.domain.events import Tag
from torture import workshop
from torture.checks import Checks, Confirmed

if TYPE_CHECKING:
    from collections.abc import Iterator

_TESTS = Path(__file__).resolve().parents[1]
# How many actions a worker confirms before the kill, and how long after the last one.
_MOST_ACTIONS = 24
_LONGEST = 0.06
# One kill in so many falls into the opening of the workshop.
_OPENING = 6
# How many times the kills that were ordered, while an act has not been seen.
_LONGER = 5
# What a worker says that ended by itself.
_FELL = "fell\n"


@dataclass(frozen=True)
class Blow:
    """When a worker is killed: so many confirmed actions, then so many seconds."""

    actions: int
    seconds: float


@dataclass
class Tally:
    """What was seen over all kills."""

    kills: int = 0
    confirmed: Counter[str] = field(default_factory=Counter)
    # The last action that was confirmed before each kill: the kill fell after it.
    after: Counter[str] = field(default_factory=Counter)
    committed_unconfirmed: int = 0
    swept: int = 0
    states: int = 0
    certificates: int = 0

    def lines(self) -> Iterator[str]:
        """Yield sentences about it."""
        yield f"{self.kills} kills; after each, the workshop opened by itself and was whole."
        yield f"Confirmed actions, all found again: {_counted(self.confirmed)}."
        yield f"The kill fell after: {_counted(self.after)}."
        yield f"Kills between a commit and its confirmation: {self.committed_unconfirmed}."
        yield f"Starts that swept files which no record named: {self.swept}."
        yield f"Looked at: {self.states} states, {self.certificates} sealed certificates."
        yield "A power cut is not shown by this: the operating system lived on."


def _counted(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counter.items()))


def blows(seed: int) -> Iterator[Blow]:
    """Yield when to kill, without end, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    while True:
        if chance.randrange(_OPENING) == 0:
            yield Blow(0, chance.uniform(0, 2 * _LONGEST))
        else:
            yield Blow(chance.randint(1, _MOST_ACTIONS), chance.uniform(0, _LONGEST))


class _Nursery:
    """The process that makes workers."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "torture.worker"],
            env={**os.environ, "PYTHONPATH": str(_TESTS)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *_trouble: object) -> None:
        self._process.communicate()

    def kill_one(self, root: Path, number: int, blow: Blow) -> list[Confirmed]:
        """Let a worker live until the blow falls, and return what it confirmed."""
        said, asked = self._process.stdout, self._process.stdin
        assert said is not None
        assert asked is not None
        asked.write(f"{root} {number}\n")
        asked.flush()
        lines: list[str] = []
        while len(lines) < blow.actions and _FELL not in lines:
            lines.append(said.readline())
        time.sleep(blow.seconds)
        asked.write("kill\n")
        asked.flush()
        while not lines or not lines[-1].startswith("dead"):
            lines.append(said.readline())
        status = int(lines.pop().split()[1])
        assert os.WIFSIGNALED(status), f"a worker ended by itself: {status}"
        confirmed = [Confirmed.read(line) for line in lines]
        return [one for one in confirmed if one.did != "open"]


@dataclass
class Torture:
    """One workshop under torture.

    Args:
        place: From `workshop.make`.
        seed: Decides everything that is random.
    """

    place: workshop.Place
    seed: int
    tally: Tally = field(default_factory=Tally)
    everything: list[Confirmed] = field(default_factory=list)
    _benches: Seen = field(default_factory=Seen)
    _seen: int = 0

    def run(self, kills: int, wanted: frozenset[str] = frozenset()) -> None:
        """Kill so many times, looking at what is left after each.

        Args:
            kills: At least.
            wanted: Acts that have to be confirmed. How far a worker gets in the fraction of a
                second that it has depends on the machine, so what has not been seen after the
                kills is waited for, up to `_LONGER` times as many.
        """
        with _Nursery() as nursery:
            for number, blow in enumerate(islice(blows(self.seed), _LONGER * kills)):
                if number >= kills and wanted <= set(self.tally.confirmed):
                    break
                self._check(nursery.kill_one(self.place.root, self.seed * 1000 + number, blow))
        self._check_everything()

    def _check(self, confirmed: list[Confirmed]) -> None:
        """Open the workshop as the program does and look at what changed since the last time."""
        last = confirmed[-1].head.seq if confirmed else self._seen
        with bootstrap.open_desk(self.place.data, workshop.RunningClock()) as desk:
            checks = Checks(desk, self._benches)
            checks.kept(confirmed)
            checks.whole()
            checks.files()
            self.tally.states += checks.states(self._seen)
            self.tally.certificates += checks.certificates(self._seen)
            with desk.database.reading() as work:
                later = list(work.journal.entries(last))
                self._seen = work.journal.head().seq
        own = [entry for entry in later if entry.tag != Tag.ORPHAN_SWEPT]
        self.tally.kills += 1
        self.tally.swept += len(later) - len(own)
        self.tally.committed_unconfirmed += bool(own)
        self.tally.confirmed.update(one.did for one in confirmed)
        self.tally.after[confirmed[-1].did if confirmed else "start"] += 1
        self.everything += confirmed

    def _check_everything(self) -> None:
        """Look once more at all that was ever confirmed."""
        with bootstrap.open_desk(self.place.data, workshop.RunningClock()) as desk:
            checks = Checks(desk)
            checks.kept(self.everything)
            checks.states(0)
            checks.certificates(0)
