"""Whatever people do with media, in whatever order: none goes on that is not proven.

What is proven is asked of the records in plain SQL, not of the rules.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit import make_workshop
from serkut_desk.domain.data_state import FREE_OF_DATA, CountSource
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.lifecycle import Action, NotAllowed, may
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.stations.containers.commands import Fill, OpenContainer
from serkut_desk.stations.wiping.commands import DestroyMedia, SetAsideRun, WithdrawApproval
from stations.wiping.logs import Drive, log
from stations.wiping.loose import Bench

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.records.unit_of_work import UnitOfWork

DEVICES = 3
_NEXT = st.integers(0, DEVICES - 1)
acts = st.lists(
    st.tuples(
        st.sampled_from(
            (
                *("wipe", "approve", "out", "fit", "fit", "stock", "fill"),
                *("fail", "withdraw", "use", "set aside", "destroy", "old report"),
            )
        ),
        _NEXT,
        _NEXT,
    ),
    min_size=6,
    max_size=18,
)

# The newest approval that speaks of the device a medium belongs to, and the run it rests on.
_PROVEN = """
SELECT count(*) FROM medium m
JOIN approval a ON a.id = (SELECT max(id) FROM approval WHERE device_id = m.device_id)
JOIN approval_item i ON i.approval_id = a.id AND i.medium_id = m.id
JOIN sanitisation_run r ON r.id = i.run_id AND r.medium_id = m.id
WHERE m.id = ?
  AND (a.withdrawn_at IS NULL OR a.withdrawn_reason IN ('used', 'fitted', 'returned', 'found'))
  AND a.id > coalesce((SELECT max(last_approval) FROM medium_stay WHERE medium_id = m.id), 0)
  AND r.set_aside_by IS NULL AND r.verdict = 'PASSED'
  AND (m.used_since IS NULL OR r.imported_at > m.used_since)
  AND (r.source = 'destruction' OR NOT EXISTS (
      SELECT 1 FROM sanitisation_run b WHERE b.medium_id = m.id AND b.id > r.id
      AND b.set_aside_by IS NULL
      AND b.verdict NOT IN ('PASSED', 'NOT_STARTED', 'NOT_WIPED', 'VERIFY_ONLY')))
"""
_COUNTED = """
SELECT count(*) FROM (
  SELECT id FROM medium WHERE device_id = ? AND proposed = 0
  UNION SELECT medium_id FROM medium_stay WHERE device_id = ?)
"""
_TWICE = """
SELECT count(*) FROM medium m LEFT JOIN loose_medium l ON l.medium_id = m.id
LEFT JOIN part p ON p.medium_id = m.id
WHERE (m.removed_at IS NULL AND l.medium_id IS NOT NULL)
   OR (p.state = 'stock' AND (m.removed_at IS NULL OR l.medium_id IS NOT NULL))
   OR (p.state = 'fitted' AND (m.removed_at IS NOT NULL OR p.device_id <> m.device_id))
   OR (p.state = 'scrapped' AND m.removed_at IS NULL)
"""
# What goes on, so that it must have been proven before.
GOING_ON = {"stock", "fill"}


def _one(work: UnitOfWork, query: str, *given: int) -> int:
    row = work.connection.exec_driver_sql(query, given).one()
    return int(row[0])


class _Floor:
    """Three devices in repair, each with a medium of its own, and a container."""

    def __init__(self, folder: Path) -> None:
        stick = folder / "stick"
        stick.mkdir()
        self.bench = Bench(make_workshop(folder / "data", waits=False), stick)
        self.devices: list[Device] = []
        self.media: list[StorageMedium] = []
        for number in range(DEVICES):
            device = self.bench.device(f"PF2ABC{number:02d}")
            self.devices.append(device)
            self.media.append(self.bench.declare(device, f"WD-WX61AA81{number:04d}").medium)
        self.bench.repair(*self.devices)
        tare = Weighed(900, Weighing.KEY, 10)
        opening = OpenContainer("circuit_boards", tare)
        self.container = self.bench.workshop.desk.do(self.bench.boss, opening).container
        self.old = [log(Drive(one.serial), host=f"PF2ABC{at:02d}") for at, one in self._numbered()]

    def _numbered(self) -> list[tuple[int, StorageMedium]]:
        return list(enumerate(self.media))

    def act(self, word: str, first: int, second: int) -> None:
        bench, desk = self.bench, self.bench.workshop.desk
        medium, device = bench.again(self.media[first]), self.devices[second]
        weight = Weighed(50, Weighing.KEY, 10)
        with desk.database.reading() as work:
            counted = _one(work, _COUNTED, device.id, device.id)
            runs = [run.id for run in work.runs.of_medium(medium.id)]
        destroy = DestroyMedia(
            (f"#{medium.id}",),
            SanitisationTechnique.DESTROY_SHRED,
            second=bench.other.person,
            performed_by=bench.worker.person,
            particle_class="H-7",
            evidence=bench.write(b"weighed in and out"),
        )
        steps: dict[str, Callable[[], object]] = {
            "wipe": lambda: bench.wipe(medium),
            "fail": lambda: bench.wipe(medium, status="-FAILED-"),
            "old report": lambda: bench.bring(self.old[first]),
            "approve": lambda: bench.approve(
                device, media=counted, by=bench.boss, seen=CountSource.OPENED
            ),
            "withdraw": lambda: desk.do(bench.other, WithdrawApproval(device.code, "used")),
            "out": lambda: bench.out_by_number(medium),
            "fit": lambda: bench.fit(medium, device),
            "stock": lambda: bench.stock(medium),
            "fill": lambda: desk.do(bench.worker, Fill(self.container, medium.code or "-", weight)),
            "use": lambda: bench.use(medium),
            "set aside": lambda: desk.do(
                bench.other, SetAsideRun(runs[-1] if runs else 0, "väärä")
            ),
            "destroy": lambda: desk.do(bench.worker, destroy),
        }
        steps[word]()

    def proven(self, medium: StorageMedium) -> bool:
        with self.bench.workshop.desk.database.reading() as work:
            return _one(work, _PROVEN, medium.id) > 0

    def check(self) -> None:
        """Nothing lies in two places, and no device may leave with what is not proven."""
        for device in self.devices:
            gathered = self.bench.look(device)
            with self.bench.workshop.desk.database.reading() as work:
                assert _one(work, _TWICE) == 0
                own = [one.id for one in work.media.of_device(device.id)]
                counted = _one(work, _COUNTED, device.id, device.id)
                approval = work.approvals.in_force(device.id)
                unproven = [one for one in own if not _one(work, _PROVEN, one)]
            if gathered.data_state in FREE_OF_DATA:
                assert approval is not None
                assert approval.media_count == counted
                assert not unproven
            else:
                answer = may(Action.HAND_OVER, gathered.facts)
                assert isinstance(answer, NotAllowed)


def _play(floor: _Floor, steps: list[tuple[str, int, int]]) -> set[str]:
    done = set()
    for word, first, second in steps:
        medium = floor.bench.again(floor.media[first])
        before, home = floor.proven(medium), medium.device_id == floor.devices[second].id
        with suppress(KnownFailure):
            floor.act(word, first, second)
            done.add(word)
            if word in GOING_ON or (word == "fit" and not home):
                assert before, (word, first, second)
        floor.check()
    return done


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=acts, second=acts)
def test_nothing_goes_on_that_is_not_proven(
    first: list[tuple[str, int, int]], second: list[tuple[str, int, int]]
) -> None:
    good = [("wipe", 0, 0), ("approve", 0, 0), ("out", 0, 0), ("fit", 0, 1), ("wipe", 1, 1)]
    good += [("approve", 0, 1), ("out", 0, 1), ("stock", 0, 1), ("fit", 0, 2)]
    with tempfile.TemporaryDirectory() as folder:
        floor = _Floor(Path(folder))
        try:
            # The usual way lies in the middle, so that what comes after it is tried as well.
            _play(floor, [*first, *good, *second])
            assert floor.bench.findings() == ()
        finally:
            floor.bench.workshop.desk.database.close()


def test_the_usual_way_goes_all_the_way(tmp_path: Path) -> None:
    floor = _Floor(tmp_path)
    way = [("wipe", 0, 0), ("approve", 0, 0), ("out", 0, 0), ("stock", 0, 0), ("fit", 0, 1)]
    way += [("wipe", 1, 1), ("approve", 0, 1), ("out", 0, 1), ("stock", 0, 1), ("fill", 0, 1)]
    way += [("use", 1, 1), ("wipe", 1, 1), ("approve", 0, 1), ("out", 1, 1), ("fit", 1, 2)]
    words = {word for word, _, _ in way}
    assert _play(floor, way) == words
    assert floor.bench.findings() == ()
    floor.bench.workshop.desk.database.close()
