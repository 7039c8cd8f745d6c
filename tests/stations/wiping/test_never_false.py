"""Whatever people do, in whatever order: nothing is proven without an approval of a clean run."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit import make_workshop
from serkut_desk.domain.data_state import FREE_OF_DATA, DataState
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.sanitisation import Acceptance
from serkut_desk.stations.wiping.commands import (
    AcceptProposed,
    AssignRun,
    ConfirmKind,
    RejectProposed,
    RemoveMedium,
    SetAsideRun,
    WithdrawApproval,
    WithdrawMedium,
)
from stations.wiping.logs import Drive, later, log
from stations.wiping.shop import HOST, Shop

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.devices import Device

SERIALS = ("WD-WX61AA81XXQA", "Z1D4K9PM")
STATUSES = (" Erased ", "-FAILED-", "UABORTED")
HARMLESS = {Verdict.PASSED, Verdict.NOT_STARTED, Verdict.NOT_WIPED, Verdict.VERIFY_ONLY}
OTHER_HOST = "PF9OTHER"

serials = st.sampled_from(SERIALS)
logs = st.builds(
    lambda serial, second, status, bus, host, hours, end, method: log(
        Drive(serial, status=status, bus=bus, errors=0 if "Erased" in status else 2),
        *([Drive(second, "sdb")] if second not in {None, serial} else []),
        host=host,
        begin=later(hours),
        end=end,
        method=method[0],
        passes=method[1],
    ),
    serials,
    st.none() | serials,
    st.sampled_from((*STATUSES, " Erased ")),
    st.sampled_from(("ATA", "ATA", "ATA-SSD")),
    st.sampled_from(("", HOST, OTHER_HOST)),
    st.integers(0, 3),
    st.sampled_from((True, True, False)),
    st.sampled_from((("DoD Short", 3), ("PRNG Stream", 1), ("Verify Zeros (0x00)", 0))),
)
acts = st.lists(
    st.one_of(
        st.tuples(st.just("bring"), logs),
        st.tuples(st.just("declare"), serials),
        st.tuples(st.sampled_from(("confirm", "remove", "take back", "accept", "reject")), serials),
        st.tuples(st.sampled_from(("set aside", "assign")), st.integers(1, 8)),
        st.tuples(st.just("approve"), st.integers(1, 2)),
        st.tuples(st.just("withdraw"), st.none()),
    ),
    min_size=4,
    max_size=14,
)


def _do(shop: Shop, device: Device, act: str, given: object) -> None:
    desk, boss = shop.workshop.desk, shop.other
    words = frozenset({Acceptance.HIDDEN_AREAS_UNKNOWN})
    name = str(given)
    steps: dict[str, Callable[[], object]] = {
        "bring": lambda: shop.bring(given if isinstance(given, bytes) else b""),
        "declare": lambda: shop.declare(device, name),
        "confirm": lambda: desk.do(boss, ConfirmKind(name, MediumKind.HDD)),
        "remove": lambda: desk.do(shop.worker, RemoveMedium(name)),
        "take back": lambda: desk.do(boss, WithdrawMedium(name, "wrong")),
        "accept": lambda: desk.do(shop.worker, AcceptProposed(name, MediumKind.HDD)),
        "reject": lambda: desk.do(boss, RejectProposed(name, "ours")),
        "set aside": lambda: desk.do(boss, SetAsideRun(int(name), "edited")),
        "assign": lambda: desk.do(boss, AssignRun(int(name), SERIALS[0])),
        "approve": lambda: shop.approve(device, media=int(name), accepted=words),
        "withdraw": lambda: desk.do(boss, WithdrawApproval(device.code, "again")),
    }
    with suppress(KnownFailure):
        steps[act]()


def _check(shop: Shop, device: Device) -> None:
    """Ask the records, not the rules, whether what is called proven is."""
    gathered = shop.look(device)
    if gathered.data_state not in FREE_OF_DATA:
        return
    assert gathered.data_state is DataState.PROVEN
    with shop.workshop.desk.database.reading() as work:
        approval = work.approvals.in_force(device.id)
        assert approval is not None
        media = work.media.of_device(device.id)
        items = {item.medium_id: item for item in work.approvals.items(approval.id)}
        runs = {medium.id: work.runs.of_medium(medium.id) for medium in media}
    assert approval.media_count == len(media) == len(items)
    for medium in media:
        assert not medium.proposed
        item = items[medium.id]
        assert item.judgement["kind"] == medium.kind.value == "hdd"
        assert item.level >= item.required
        counting = [run for run in runs[medium.id] if run.set_aside_by is None]
        rests_on = next(run for run in counting if run.id == item.run_id)
        assert rests_on.verdict is Verdict.PASSED
        assert (rests_on.passes or 0) >= 3
        people = {rests_on.imported_by, rests_on.performed_by, medium.declared_by}
        assert approval.approved_by not in people
        assert not any(run.contradicted for run in counting)
        assert all(run.verdict in HARMLESS for run in counting if run.id > item.run_id)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=acts, second=acts)
def test_nothing_is_proven_without_an_approved_clean_run(
    first: list[tuple[str, object]], second: list[tuple[str, object]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        stick = Path(folder) / "stick"
        stick.mkdir()
        shop = Shop(make_workshop(Path(folder) / "data", waits=False), stick)
        try:
            device = shop.device(HOST)
            good = [("declare", SERIALS[0]), ("bring", log(Drive())), ("approve", 1)]
            # The usual way lies in the middle, so that what comes after it is tried as well.
            for act, given in [*first, *good, *second]:
                _do(shop, device, act, given)
                _check(shop, device)
        finally:
            shop.workshop.desk.database.close()
