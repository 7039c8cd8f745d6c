"""What the demo week leaves: states, channels, papers, figures; where it goes and what it shows."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from argon2 import PasswordHasher
from PIL import Image

from cli.desk_cli import Cli
from documents.reading import text_of
from kit import wait_for_no_disk
from serkut_desk import bootstrap
from serkut_desk.cli import demo, window
from serkut_desk.cli.demo_week import offered, week
from serkut_desk.cli.demo_week.clock import StoryClock, last_monday
from serkut_desk.documents.verification import verify_pdf
from serkut_desk.domain.channels import Channel
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.papers import PaperKind
from serkut_desk.domain.policy_acts import ON_POLICY
from serkut_desk.domain.queues import QUEUES, Queue
from serkut_desk.domain.repair import OrderState, RepairOutcome
from serkut_desk.stations.containers import queries as containers
from serkut_desk.stations.people import pins, sign_in
from serkut_desk.stations.queues import waiting
from serkut_desk.stations.repair import queries as repair
from serkut_desk.stations.upkeep import queries as upkeep
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk

Shown = tuple[dict[str, Any], list[str]]
MONDAY = date(2026, 11, 16)
BENCHES = (
    Queue.INSTALL,
    Queue.REPAIR,
    Queue.TO_TEST,
    Queue.DISMANTLE,
    Queue.CONTAINERS,
    Queue.CONTAINERS_OVER,
    Queue.WANTS,
)
FILES = Path(__file__).resolve().parents[2] / "resources" / "demo"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """Play a short week once and take its pictures."""
    told: list[str] = []
    folders = week.beside(tmp_path_factory.mktemp("demo"))
    with pytest.MonkeyPatch.context() as patch:
        wait_for_no_disk(patch)
        # How slow a PIN is made is looked at elsewhere.
        patch.setattr(pins, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        return demo.run(Texts("fi"), told.append, folders, most=1), told


@pytest.fixture
def records(shown: Shown) -> Iterator[sqlite3.Connection]:
    """Read what was recorded, past the program."""
    with closing(sqlite3.connect(Path(shown[0]["data"], "serkut.sqlite3"))) as raw:
        yield raw


def _entries(records: sqlite3.Connection, tag: str) -> list[dict[str, Any]]:
    rows = records.execute("SELECT subject, body FROM journal WHERE tag = ? ORDER BY seq", (tag,))
    return [{"subject": subject, **json.loads(body)} for subject, body in rows]


def _evening(shown: Shown) -> StoryClock:
    """Return a clock at the end of the week."""
    clock = StoryClock(date.fromisoformat(shown[0]["monday"]))
    clock.go(4, 18)
    return clock


def _maker(desk: Desk, shown: Shown) -> Session:
    return sign_in.with_badge(desk, shown[0]["makers"][0])[1]


def test_the_journal_and_the_records_hold(shown: Shown) -> None:
    with bootstrap.open_desk(Path(shown[0]["data"]), _evening(shown)) as desk:
        state = upkeep.verify_journal(desk)
        assert (state.ok, state.findings) == (True, ())
        assert "demo" in {one.code for one in upkeep.notices(desk)}


def test_whatever_rests_on_the_policy_names_its_version(records: sqlite3.Connection) -> None:
    acts = {tag: [one.get("policy") for one in _entries(records, tag)] for tag in ON_POLICY}
    done = {tag for tag, versions in acts.items() if versions}
    assert {Tag.REPORT_IMPORTED, Tag.RUN_RECORDED, Tag.APPROVED, Tag.HANDOVER_COMPLETED} <= done
    assert {Tag.PART_TAKEN, Tag.CONTAINER_FILLED, Tag.INSTALLED, Tag.DECIDED} <= done
    assert [tag for tag in done if not all(isinstance(one, int) for one in acts[tag])] == []


def test_it_says_in_the_journal_that_it_is_a_demo(records: sqlite3.Connection) -> None:
    assert [made["demo"] for made in _entries(records, "workshop:upkeep:made")] == [True]


def test_time_goes_from_monday_to_friday(records: sqlite3.Connection) -> None:
    times = [datetime.fromisoformat(at) for (at,) in records.execute("SELECT at FROM journal")]
    assert times == sorted(times)
    assert {at.weekday() for at in times} == {0, 1, 2, 3, 4}
    assert len({at.date().isocalendar().week for at in times}) == 1


def test_devices_stand_in_every_state(records: sqlite3.Connection) -> None:
    states = {state for (state,) in records.execute("SELECT DISTINCT state FROM device")}
    # A stop is never left open over night: whoever opens the desk would be asked about it.
    assert states == {state.value for state in DeviceState} - {DeviceState.HAZARD_STOP.value}
    # One ends by a supervisor's word, the other with the battery in its container.
    # Somebody's things were found in a third.
    assert len(_entries(records, "stop:devices:raised")) == 3
    assert len(_entries(records, "stop:devices:released")) == 2
    assert len(_entries(records, "device:dismantling:battery-taken")) == 1


def test_every_channel_and_every_paper_occurs(records: sqlite3.Connection) -> None:
    done = "SELECT DISTINCT channel FROM handover WHERE state = 'completed'"
    assert {one for (one,) in records.execute(done)} == {one.value for one in Channel}
    kinds = {one for (one,) in records.execute("SELECT DISTINCT kind FROM paper")}
    assert kinds == {one.value for one in PaperKind}


def test_the_door_is_as_in_a_living_house(records: sqlite3.Connection) -> None:
    def kinds(query: str) -> set[str]:
        return {str(one) for (one,) in records.execute(query)}

    assert kinds("SELECT state FROM cage") == {"opened"}
    assert kinds("SELECT decision FROM seal_check WHERE matches = 0") == {"accepted"}
    assert kinds("SELECT count(*) FROM device_cage") != {"0"}
    # One in the middle of unloading, one of each lot that was closed.
    assert kinds("SELECT count(*) FROM paper WHERE kind = 'lot_receipt'") == {"4"}
    assert {"comes_later", "kept"} <= kinds("SELECT missing_reason FROM lot_line")
    assert "earlier_lot" in kinds("SELECT reason FROM lot_extra")
    assert len(kinds("SELECT line_id FROM late_arrival")) == 1
    assert {"data_cable", "power_cable"} == kinds("SELECT kind FROM thing_line")
    assert kinds("SELECT kind FROM accessory") == {"charger"}
    assert kinds("SELECT purpose FROM photo") == {"serial", "seal", "wipe"}
    assert kinds("SELECT count(*) FROM snapshot WHERE settled_at IS NOT NULL") == {"1"}
    assert kinds("SELECT proposed FROM medium WHERE serial = 'NVDEMO00017'") == {"0"}
    assert "kept_for_owner" in kinds("SELECT outcome FROM stop")
    assert kinds("SELECT outcome FROM label_mixup") == {"mixed_up", "unfounded"}
    assert len(kinds("SELECT id FROM product_model")) > 5
    assert len(kinds("SELECT id FROM product_model WHERE merged_into_id IS NOT NULL")) == 1


def test_no_unproven_device_left_the_house(records: sqlite3.Connection) -> None:
    outside = records.execute("SELECT id, type FROM device WHERE state = 'left'").fetchall()
    assert len(outside) >= 6
    for row_id, kind in outside:
        approved = records.execute(
            "SELECT i.medium_id FROM approval a JOIN approval_item i ON i.approval_id = a.id"
            " JOIN certificate c ON c.approval_id = a.id AND c.state = 'valid'"
            " WHERE a.device_id = ? AND a.withdrawn_at IS NULL",
            (row_id,),
        )
        media = records.execute("SELECT id FROM medium WHERE device_id = ?", (row_id,)).fetchall()
        assert sorted(media) == sorted(approved)
        assert media or kind == "monitor"


def test_what_came_back_is_behind_the_gate(records: sqlite3.Connection) -> None:
    back = [one["subject"] for one in _entries(records, "device:returns:returned")]
    assert len(back) == 4
    marks = ", ".join("?" * len(back))
    found = records.execute(f"SELECT state FROM device WHERE code IN ({marks})", back)  # noqa: S608 - marks only
    assert {state for (state,) in found} == {DeviceState.WAITING_WIPE.value}


def test_something_waits_in_every_queue_of_the_benches(shown: Shown) -> None:
    with bootstrap.open_desk(Path(shown[0]["data"]), _evening(shown)) as desk:
        counts = {line.queue: line.count for line in waiting(desk)}
        told = Texts("fi")
        stuck = [told.say(f"queue.{row.queue.value}.why") for row in QUEUES if row.stuck]
        board = repair.board(desk, _maker(desk, shown))
    assert all(stuck)
    assert all(counts[queue] for queue in BENCHES), counts
    states = Counter(line.state for line in (*board.orders, *board.done))
    assert states == {**dict.fromkeys(OrderState, 1), OrderState.DONE: 3}
    outcomes = {line.outcome for line in board.done}
    assert outcomes == {RepairOutcome.FIXED, RepairOutcome.BEYOND_REPAIR}


def test_what_was_taken_apart_is_there_to_the_gram(
    shown: Shown, records: sqlite3.Connection
) -> None:
    rows = records.execute(
        "SELECT weight_in_g, parts_g, media_g, remainder_g, tolerance_g, id FROM dismantling"
        " WHERE state = 'closed'"
    ).fetchall()
    assert len(rows) == 3, "a laptop for its parts, a desktop, a phone"
    for weight, parts, media, left, tolerance, row_id in rows:
        query = "SELECT sum(weight_g) FROM fraction_line WHERE dismantling_id = ?"
        ((fractions,),) = records.execute(query, (row_id,))
        assert weight == parts + media + fractions + left
        assert abs(left) <= tolerance
    query = "SELECT count(*) FROM dismantling WHERE state = 'open'"
    assert records.execute(query).fetchone() == (1,)
    with bootstrap.open_desk(Path(shown[0]["data"]), _evening(shown)) as desk:
        mass = containers.house_mass(desk, _maker(desk, shown))
    assert mass.into_g == mass.found_g > 0


def test_a_part_and_a_disk_go_on_in_other_machines(records: sqlite3.Connection) -> None:
    (keyboard,) = _entries(records, "part:parts:fitted")
    (taken,) = (
        one
        for one in _entries(records, "part:parts:taken")
        if one["subject"] == keyboard["subject"]
    )
    assert keyboard["type"] == "keyboard"
    assert taken["device"] != keyboard["device"]
    (disk,) = _entries(records, "medium:parts:fitted")
    moved = disk["medium_move"]
    assert moved["from"] != moved["to"]
    for device, state in ((moved["from"], "dismantled"), (moved["to"], "on_shelf")):
        found = records.execute(
            "SELECT d.state, count(c.id) FROM device d JOIN certificate c"
            " ON c.device_id = d.id AND c.state = 'valid' WHERE d.code = ?",
            (device,),
        ).fetchone()
        assert found == (state, 1)


def test_parts_containers_and_machines_are_as_in_a_living_house(
    shown: Shown, records: sqlite3.Connection
) -> None:
    def kinds(query: str) -> set[str]:
        return {str(one) for (one,) in records.execute(query)}

    assert kinds("SELECT state FROM part") == {"stock", "fitted", "missing", "scrapped"}
    assert kinds("SELECT test FROM part") == {"untested", "passed", "failed"}
    assert kinds("SELECT 1 FROM part WHERE reserved_id IS NOT NULL AND price_cents > 0")
    assert kinds("SELECT state FROM container") == {"open", "sealed", "shipped"}
    assert kinds("SELECT state FROM shipment") == {"open", "left"}
    assert any(Path(path).name.startswith("PK-1") for path in shown[0]["papers"])
    assert kinds("SELECT permission FROM person_grant") == {"battery"}
    assert kinds("SELECT passed FROM installation") == {"0", "1"}
    assert len(kinds("SELECT id FROM system_image")) == 2
    assert kinds("SELECT model FROM image_preference") == {"ThinkCentre M820z"}
    assert kinds("SELECT id FROM decision") == kinds("SELECT decision_id FROM advice")
    assert "harvest" in kinds("SELECT chosen FROM advice")


def test_wiping_is_as_in_a_living_house(shown: Shown, records: sqlite3.Connection) -> None:
    def pairs(query: str) -> set[tuple[str, ...]]:
        return set(records.execute(query))

    files = pairs("SELECT place, kind FROM import_file")
    assert {
        *(("attached", "nwipe_certificate"), ("matched", "stick"), ("matched", "supplier")),
        *(("contradiction", "nwipe_log"), ("failed", "nwipe_log")),
    } <= files
    assert pairs("SELECT 'yes' FROM report_pair WHERE agrees") == {("yes",)}
    assert pairs("SELECT name FROM supplier_mapping") == {("Esimerkin levypuhdistus",)}
    techniques = {one for (one,) in pairs("SELECT technique FROM sanitisation_run")}
    assert {"overwrite", "android_reset_encrypted", "destroy_shred"} <= techniques
    # A failure was decided about, taken out, shredded into a container, approved and certified.
    assert pairs("SELECT step FROM next_step") == {("destroy",)}
    destroyed = pairs(
        "SELECT medium_certificate.state, container.fraction FROM destruction"
        " JOIN destruction_medium ON destruction_id = destruction.id"
        " JOIN container ON container.id = container_id JOIN medium_certificate"
        " ON medium_certificate.medium_id = destruction_medium.medium_id"
    )
    assert destroyed == {("valid", "data_media")}
    assert pairs("SELECT language FROM lot_certificate") == {("sv",)}
    states = pairs("SELECT DISTINCT state FROM certificate")
    assert states == {("valid",), ("superseded",), ("revoked",)}
    names = {Path(path).name for path in shown[0]["papers"]}
    assert {"peruttujen-luettelo.json", "tarkista-todistus.html"} <= names


def test_the_month_says_what_the_journal_says(records: sqlite3.Connection) -> None:
    query = "SELECT content FROM paper WHERE kind = 'month_report'"
    ((stored,),) = records.execute(query).fetchall()
    month = json.loads(stored)["content"]
    received = {one["subject"] for one in _entries(records, "device:intake:received")}
    undone = {one["subject"] for one in _entries(records, "device:intake:undone")}
    assert month["received"]["devices"] == len(received - undone)
    begun = _entries(records, "lot:intake:opened") + _entries(records, "lot:intake:announced")
    assert month["lots"] == len(begun)
    assert month["certificates"] == len(_entries(records, "certificate:certificates:issued"))
    back = {one["subject"] for one in _entries(records, "device:returns:returned")}
    assert month["returned"] == len(back)
    decided = {
        one["subject"]: one["outcome"] for one in _entries(records, "device:grading:decided")
    }
    beyond = {
        code
        for one in _entries(records, "order:repair:closed")
        if one["outcome"] == "beyond_repair"
        for code in one["subjects"]
    }
    undecided = back | beyond
    outcomes = Counter(one for device, one in decided.items() if device not in undecided)
    assert {one["key"]: one["devices"] for one in month["outcomes"]} == outcomes
    approved = _entries(records, "device:wiping:approved")
    # The disk that moved was approved for two machines, and is one medium.
    media = {
        (medium["medium"], medium["level"])
        for one in approved
        for device in one["devices"]
        if device["device"] not in back
        for medium in device["media"]
    }
    levels = Counter(level for _, level in media)
    assert {one["key"]: one["count"] for one in month["wipes"]} == levels


def test_the_month_counts_handovers_as_the_journal_does(records: sqlite3.Connection) -> None:
    query = "SELECT content FROM paper WHERE kind = 'month_report'"
    ((stored,),) = records.execute(query).fetchall()
    channels = dict(records.execute("SELECT code, channel FROM handover"))
    devices, times = Counter[str](), Counter[str]()
    for one in _entries(records, "handover:handover:completed"):
        times[channels[one["subject"]]] += 1
        devices[channels[one["subject"]]] += len(one["devices"])
    counted = {one["channel"]: one for one in json.loads(stored)["content"]["handovers"]}
    assert {name: one["handovers"] for name, one in counted.items()} == times
    assert {name: one["devices"] for name, one in counted.items()} == devices


def test_a_folder_is_filled_once(shown: Shown) -> None:
    with pytest.raises(Refused) as refused:
        week.play(week.beside(Path(shown[0]["data"]).parent), Texts("fi"), print)
    assert refused.value.code == "demo_folder_used"


def test_the_week_of_the_first_start_is_played_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[Path] = []

    def play(folders: week.Folders, *_rest: object, **_more: object) -> SimpleNamespace:
        calls.append(folders.data)
        return SimpleNamespace(supervisors=("HK1", "HK2"), makers=("HK3",))

    monkeypatch.setattr(week, "play", play)
    first = offered.play_beside(tmp_path / "real", "fi", print)
    assert first == offered.play_beside(tmp_path / "real", "fi", print)
    assert calls == [tmp_path / "real-demo" / "data"]
    assert (first.supervisor, first.maker) == ("HK1", "HK3")
    assert not (tmp_path / "real").exists()


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        (datetime(2026, 11, 22, 3, tzinfo=UTC), MONDAY),
        (datetime(2026, 11, 27, 13, 59, tzinfo=UTC), MONDAY),
        (datetime(2026, 11, 27, 14, 0, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2025, 1, 1, tzinfo=UTC), MONDAY),
    ],
)
def test_the_week_is_the_last_one_that_is_over(now: datetime, monday: date) -> None:
    assert last_monday(now) == monday


def test_in_summer_the_workshop_opens_by_its_wall_clock() -> None:
    assert StoryClock(date(2027, 6, 7)).now() == datetime(2027, 6, 7, 4, 0, tzinfo=UTC)


def test_every_certificate_of_the_week_is_genuine(shown: Shown, tmp_path: Path) -> None:
    document, _ = shown
    trusted = Path(document["public_key"]).read_bytes()
    papers = [Path(path) for path in document["certificates"]]
    assert len(papers) > 10
    assert all(verify_pdf(path.read_bytes(), trusted).valid for path in papers[:5])
    texts = [text_of(path.read_bytes(), tmp_path) for path in papers[:5]]
    assert all("keksitty" in text for text in texts), "each says that it is a demo's"
    assert not any("kello epävarma" in text for text in texts)


def test_papers_and_pictures_are_where_it_says(shown: Shown) -> None:
    document, told = shown
    for key in ("day_report", "key_sheet"):
        assert Path(document[key]).read_bytes().startswith(b"%PDF-")
    assert Path(document["backup"], "checkpoint.json").is_file()
    assert len(document["screens"]) >= 6
    names = {Path(path).stem for path in document["screens"]}
    for station in ("repair", "dismantling", "installation", "parts", "containers"):
        assert {f"1-{station}", f"2-{station}"} <= names
    assert {"1-repair-closer", "2-dismantling-closer", "1-containers-closer"} <= names
    for path in document["screens"]:
        with Image.open(path) as picture:
            assert picture.size == (1366, 768)
            small = picture.convert("RGB").resize((341, 192))
            assert len(small.getcolors(2**16) or ()) > 20, "something is painted"
    for key in ("labels", "certificates", "screens"):
        assert any(str(Path(document[key][0]).parent) in line for line in told)


def test_what_is_not_clean_is_told(shown: Shown) -> None:
    _, told = shown
    refused = [line for line in told if "jäi hyväksymättä" in line]
    for why in ("epäonnistui", "ei riitä", "kukaan ei ole kirjannut"):
        assert any(why in line for line in refused)


def test_the_command_takes_only_an_empty_folder(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("precious")
    done = Cli(tmp_path / "data", capsys)("demo", "--out", tmp_path)
    assert (done.status, done.code) == (1, "demo_folder_used")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_workshop_is_never_filled_with_a_demo(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    cli = Cli(tmp_path / "data", capsys)
    cli("init", "--workshop", "Digipaja", "--supervisor", "TJ1", person="")
    done = cli("demo", person="")
    assert (done.status, done.code) == (1, "demo_folder_used")


def test_without_a_display_the_week_is_played_instead_of_the_window(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    played: list[str] = []
    monkeypatch.setattr(window, "has_display", lambda: False)
    monkeypatch.setattr(demo, "run", lambda texts, _line: played.append(texts.language))
    assert window.open_window(tmp_path, "en") == 0
    assert played == ["en"]
    assert capsys.readouterr().out.startswith("There is no display here")


def test_nothing_in_the_shipped_files_is_real() -> None:
    rows = (FILES / "viikko.csv").read_text().splitlines()[1:]
    assert len(rows) > 190
    assert all("DEM" in row for row in rows)
    assert all("DEM" in row or "hiiri" in row.lower() for row in _listed())


def _listed() -> list[str]:
    texts = [path.read_bytes().decode("utf-8", "replace") for path in FILES.glob("lista-*.csv")]
    assert len(texts) == 4
    return [row for text in texts for row in text.splitlines()[1:]]
