"""Every file that is brought in stands in one place, moves as people decide, and stays there."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from asked import statements
from factories import make_medium
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.errors import Refused, Unavailable
from serkut_desk.domain.evidence import ClockFlag
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.next_steps import Step
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.queues import Queue
from serkut_desk.interchange.evidence import ReadReport, read_report
from serkut_desk.stations import queues
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.evidence import queries
from serkut_desk.stations.evidence.commands import NoteClock, SettleFiles
from serkut_desk.stations.evidence.originals import original, save_original
from serkut_desk.stations.evidence.wording import (
    clock_sentences,
    drive_sentences,
    next_key,
    place_key,
)
from serkut_desk.stations.found_files import content_of
from serkut_desk.stations.wiping import reading
from serkut_desk.stations.wiping.commands import (
    AcceptProposed,
    AssignRun,
    DecideNextStep,
    ImportReports,
    ReadAgain,
    RejectProposed,
    SetAsideRun,
)
from serkut_desk.stations.wiping.offers import candidates
from serkut_desk.texts import Texts
from stations.wiping.logs import SIZE, Drive, later, log

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.evidence_place import Place
    from serkut_desk.stations.evidence.queries import FilePage, Inbox
    from serkut_desk.stations.wiping.results import Imported
    from stations.wiping.shop import Shop

FAILED = Drive(status="-FAILED-", errors=12)
HOST = "PF2ABC12"


def bring(shop: Shop, **files: bytes) -> Imported:
    """Put named reports on the stick and bring the stick in."""
    for name, data in files.items():
        (shop.folder / name.replace("_", ".")).write_bytes(data)
    return shop.workshop.desk.do(shop.worker, ImportReports((shop.folder,), shop.worker.person))


def inbox(shop: Shop, place: Place | None = None, **asked: bool) -> Inbox:
    return queries.inbox(shop.workshop.desk, shop.worker, place, **asked)


def places(shop: Shop) -> dict[str, str]:
    return {one.name: one.place.value for one in inbox(shop).rows}


def page(shop: Shop, name: str) -> FilePage:
    number = next(one.number for one in inbox(shop).rows if one.name == name)
    return queries.page(shop.workshop.desk, shop.worker, number)


def test_each_kind_of_file_of_a_stick_has_its_place_and_the_same_stick_adds_nothing(
    shop: Shop,
) -> None:
    device = shop.device(HOST)
    for serial in ("GOOD1111", "BAD22222", "STOP3333"):
        shop.declare(device, serial)
    good = log(Drive("GOOD1111"), host=HOST)
    files = {
        "good_log": good,
        "copy_log": good,
        "again_log": good.replace(b"\n", b"\r\n"),
        "bad_log": log(FAILED.but(serial="BAD22222"), host=HOST, begin=later(1)),
        "stop_log": log(Drive("STOP3333", status="UABORTED"), host=HOST, begin=later(2)),
        "new_log": log(Drive("NEW44444"), host=HOST, begin=later(3)),
        "paper_pdf": b"%PDF-1.7\n...",
        "empty_log": b"",
        "letter_txt": b"Dear all",
        "boot_efi": b"MZ\x00\x01\x02",
    }
    done = bring(shop, **files)
    # In the order of their names: what is read first counts, the others tell the same again.
    expected = {
        "again.log": "matched",
        "copy.log": "duplicate",
        "good.log": "duplicate",
        "bad.log": "failed",
        "stop.log": "aborted",
        "new.log": "unknown_medium",
        "paper.pdf": "attached",
        "empty.log": "unreadable",
        "letter.txt": "unreadable",
        "boot.efi": "unreadable",
    }
    assert places(shop) == expected
    assert {one.file.rsplit("/", 1)[-1]: one.place for one in done.files} == expected
    assert sum(one.files for one in inbox(shop).counts) == len(files)
    # What waits for somebody comes first; a program on the stick is missed by nobody.
    waiting = [one.name for one in inbox(shop, only_waiting=True).rows]
    assert sorted(waiting) == ["bad.log", "empty.log", "letter.txt", "new.log", "stop.log"]
    assert {one.name for one in inbox(shop).rows[: len(waiting)]} == set(waiting)
    # ... of them the gravest.
    assert waiting[0] == "new.log"
    assert page(shop, "good.log").first == "copy.log"
    before = shop.entries()
    again = bring(shop)
    assert {one.outcome for one in again.files} == {"duplicate"}
    assert (places(shop), shop.entries()) == (expected, before)


def test_a_place_follows_what_people_decide(shop: Shop) -> None:
    device = shop.device(HOST)
    shop.declare(device, "ONE11111")
    bring(
        shop,
        one_log=log(FAILED.but(serial="ONE11111"), host=HOST),
        two_log=log(Drive("TWO22222", "sdb"), host=HOST, begin=later(1)),
        three_log=log(Drive("STICK333", "sdc", "USB"), host=HOST, begin=later(2)),
    )
    assert places(shop) == {
        "one.log": "failed",
        "two.log": "unknown_medium",
        "three.log": "unknown_medium",
    }
    shop.workshop.desk.do(shop.worker, AcceptProposed("TWO22222", MediumKind.HDD))
    shop.workshop.desk.do(shop.other, RejectProposed("STICK333", "our stick"))
    assert places(shop) == {"one.log": "failed", "two.log": "matched", "three.log": "attached"}
    assert inbox(shop).waiting == 1
    # A good wipe of the time before comes in late: it settles nothing, neither here nor there.
    bring(shop, early_log=log(Drive("ONE11111"), host=HOST, begin=later(-1)))
    assert shop.look(device).proofs[0].standing.state is MediumState.TO_REVIEW
    assert (places(shop)["early.log"], inbox(shop).waiting) == ("matched", 1)
    # It is wiped again and passes: the failure stays where it is and waits for nobody.
    bring(shop, four_log=log(Drive("ONE11111"), host=HOST, begin=later(3)))
    assert (places(shop)["one.log"], inbox(shop).waiting) == ("failed", 0)
    assert next_key(page(shop, "one.log").line) == "place.done"
    # The second wipe turns out to be of another disk: the failure waits again.
    (run,) = (drive.run for drive in page(shop, "four.log").drives)
    shop.workshop.desk.do(shop.other, SetAsideRun(run.id, "another disk"))
    assert (places(shop)["four.log"], inbox(shop).waiting) == ("attached", 1)
    assert next_key(page(shop, "one.log").line) == "place.failed.do"


def test_what_a_medium_that_is_given_up_failed_at_waits_for_nobody(shop: Shop) -> None:
    shop.declare(shop.device(HOST), "ONE11111")
    bring(shop, one_log=log(FAILED.but(serial="ONE11111"), host=HOST))
    assert inbox(shop).waiting == 1
    shred = SanitisationTechnique.DESTROY_SHRED
    shop.workshop.desk.do(shop.other, DecideNextStep("ONE11111", Step.DESTROY, shred))
    assert (places(shop)["one.log"], inbox(shop).waiting) == ("failed", 0)
    found, fi = page(shop, "one.log"), Texts("fi")
    assert fi.say("place.to_destroy") in list(drive_sentences(found.drives[0], fi))
    # They try once more after all.
    again = DecideNextStep("ONE11111", Step.REPEAT, SanitisationTechnique.OVERWRITE)
    shop.workshop.desk.do(shop.other, again)
    assert inbox(shop).waiting == 1
    assert not page(shop, "one.log").drives[0].to_destroy


def test_a_good_report_that_is_not_enough_for_its_medium_says_so(shop: Shop) -> None:
    shop.declare(shop.device(HOST), "ONE11111", MediumKind.SSD)
    shop.declare(shop.device("PF2ABC13"), "TWO22222")
    bring(
        shop,
        one_log=log(Drive("ONE11111"), host=HOST),
        two_log=log(Drive("TWO22222", "sdb"), host="PF2ABC13", begin=later(1)),
    )
    assert places(shop) == {"one.log": "matched", "two.log": "matched"}
    short = {one.name: place_key(one) for one in inbox(shop).rows}
    assert short == {"one.log": "place.short_of", "two.log": "place.matched"}
    found, fi = page(shop, "one.log"), Texts("fi")
    assert next_key(found.line) == "place.short_of.do"
    said = " ".join(drive_sentences(found.drives[0], fi))
    assert "Ylikirjoitus ei riitä" in said
    assert fi.say("advice.sanitize") in said
    assert page(shop, "two.log").drives[0].short_of is None


def test_a_contradiction_shows_both_files_until_one_is_set_aside(shop: Shop) -> None:
    device = shop.device(HOST)
    shop.declare(device)
    true = log(FAILED, host=HOST)
    edited = true.replace(b"-FAILED-", b" Erased ").replace(b"         12 |", b"          0 |")
    bring(shop, a_log=true, b_log=edited)
    assert places(shop) == {"a.log": "contradiction", "b.log": "contradiction"}
    (one,) = page(shop, "a.log").drives
    (other,) = page(shop, "b.log").drives
    assert [it.name for it in one.against] == ["b.log"]
    assert [it.name for it in other.against] == ["a.log"]
    shop.workshop.desk.do(shop.boss, SetAsideRun(other.run.id, "edited"))
    assert places(shop) == {"a.log": "failed", "b.log": "attached"}


def test_a_log_that_grew_leaves_its_beginning_as_told_already(shop: Shop) -> None:
    device = shop.device(HOST)
    shop.declare(device)
    bring(shop, early_log=log(Drive(), host=HOST, end=False))
    assert places(shop) == {"early.log": "aborted"}
    bring(shop, whole_log=log(Drive(), host=HOST))
    assert places(shop) == {"early.log": "duplicate", "whole.log": "matched"}
    assert inbox(shop).waiting == 0


def test_a_report_finds_its_place_when_its_device_comes_in_later(shop: Shop) -> None:
    bring(shop, early_log=log(Drive(), host=HOST))
    assert places(shop) == {"early.log": "unknown_medium"}
    shop.declare(shop.device(HOST))
    assert places(shop) == {"early.log": "matched"}


def test_a_drive_without_serial_is_chosen_by_a_person_with_what_speaks_for_it(shop: Shop) -> None:
    device, other = shop.device(HOST), shop.device("PF2ABC99")
    shop.declare(device, "Z1D4K9PM")
    shop.declare(other, "Z1D4K9PX")
    bring(shop, usb_log=log(Drive("(S/N: unknown)"), host=HOST))
    (drive,) = page(shop, "usb.log").drives
    (line,) = candidates(shop.workshop.desk, shop.worker, drive.run.id)
    assert (line.name, line.device) == ("Z1D4K9PM", device.code)
    assert [sign.value for sign in line.agrees] == ["computer"]
    assert [sign.value for sign in line.differs] == ["time"], "the clock says it came later"
    shop.workshop.desk.do(shop.other, AssignRun(drive.run.id, "Z1D4K9PM"))
    assert places(shop) == {"usb.log": "matched"}


def test_where_nothing_names_a_drive_media_of_its_size_are_shown_never_taken(shop: Shop) -> None:
    device = shop.device("PF2ABC99")
    for serial, size in (("Z1D4K9PM", SIZE), ("Z1D4K9PX", 2 * SIZE)):
        make_medium(shop.workshop, device, serial=serial, capacity_bytes=size)
    bring(shop, usb_log=log(Drive("(S/N: unknown)")))
    (drive,) = page(shop, "usb.log").drives
    (line,) = candidates(shop.workshop.desk, shop.worker, drive.run.id)
    assert (line.name, line.reasons) == ("Z1D4K9PM", ())
    assert [sign.value for sign in line.agrees] == ["capacity"]
    assert places(shop) == {"usb.log": "unknown_medium"}


def test_what_nobody_can_read_is_settled_by_a_supervisor_with_an_entry(shop: Shop) -> None:
    shop.declare(shop.device(HOST))
    bring(shop, letter_txt=b"Dear all", bad_log=log(FAILED, host=HOST))
    by_name = {one.name: one for one in inbox(shop).rows}
    letter, bad = by_name["letter.txt"].number, by_name["bad.log"].number
    desk = shop.workshop.desk
    with pytest.raises(Refused, match="not_permitted"):
        desk.do(shop.worker, SettleFiles((letter,)))
    for numbers, why in (((bad,), "file_not_to_settle"), ((99,), "import_file_unknown")):
        with pytest.raises(Refused, match=why):
            desk.do(shop.boss, SettleFiles(numbers))
    before = shop.entries()
    assert desk.do(shop.boss, SettleFiles((letter,))).count == 1
    assert shop.entries() == before + 1
    assert [one.name for one in inbox(shop, only_waiting=True).rows] == ["bad.log"]
    with pytest.raises(Refused, match="file_settled_already"):
        desk.do(shop.boss, SettleFiles((letter,)))
    # It comes again with the next stick: it was looked at, and stays so.
    bring(shop)
    assert inbox(shop).waiting == 1


def test_a_kept_file_is_read_again_once_somebody_can(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that no reader knew; later one does, such as a mapping of its columns."""
    shop.declare(shop.device(HOST))
    good = log(Drive(), host=HOST)
    odd = b"Acme wiper export\n" + b"x" * 10
    bring(shop, odd_csv=odd)
    (row,) = inbox(shop).rows
    desk = shop.workshop.desk
    with pytest.raises(Refused, match="still_unreadable"):
        desk.do(shop.worker, ReadAgain(row.number))

    def reads_now(name: str, data: bytes, _mappings: object) -> ReadReport:
        return replace(read_report(name, good), sha256=row.sha256 or "", size=len(data))

    monkeypatch.setattr(reading, "read_report", reads_now)
    done = desk.do(shop.worker, ReadAgain(row.number))
    assert [one.place for one in done.files] == ["matched"]
    assert places(shop) == {"odd.csv": "matched"}
    with pytest.raises(Refused, match="file_read_already"):
        desk.do(shop.worker, ReadAgain(row.number))
    assert original(desk, shop.worker, row.number).text == odd.decode()


def test_originals_are_shown_and_saved_never_changed(shop: Shop, tmp_path: Path) -> None:
    report = log(Drive()) + b"\x1b[31mred\x07\n"
    done = bring(shop, one_log=report, boot_efi=b"MZ\x00\x01")
    numbers = {one.file.rsplit("/", 1)[-1]: one.number or 0 for one in done.files}
    desk = shop.workshop.desk
    shown = original(desk, shop.worker, numbers["one.log"])
    assert "[31mred" in shown.text
    assert "\x1b" not in shown.text
    assert not shown.cut
    with pytest.raises(Refused, match="file_not_kept"):
        original(desk, shop.worker, numbers["boot.efi"])
    digest = shown.sha256
    assert save_original(desk, shop.worker, digest[:12].upper(), tmp_path) == "one.log"
    assert (tmp_path / "one.log").read_bytes() == report
    with pytest.raises(Refused, match="original_there_already"):
        save_original(desk, shop.worker, digest, tmp_path)
    for wrong in ("f" * 64, "zz", "", "../x"):
        with pytest.raises(Refused, match="original_unknown"):
            save_original(desk, shop.worker, wrong, tmp_path / "x")


def test_a_wrong_clock_is_said_in_words_and_only_noted_never_corrected(shop: Shop) -> None:
    shop.declare(shop.device(HOST))
    bring(shop, ahead_log=log(Drive(), host=HOST, begin=later(5)))
    (drive,) = page(shop, "ahead.log").drives
    fi = Texts("fi")
    said = list(drive_sentences(drive, fi))
    assert any(one.startswith("Koneen kello oli vähintään 2 t") for one in said)
    times = (drive.run.started, drive.run.ended)
    with pytest.raises(Refused, match="not_permitted"):
        shop.workshop.desk.do(shop.worker, NoteClock(drive.run.id))
    assert shop.workshop.desk.do(shop.boss, NoteClock(drive.run.id)).drives == 1
    (noted,) = page(shop, "ahead.log").drives
    assert (noted.run.started, noted.run.ended) == times
    assert " ".join(clock_sentences(noted, fi)).count("paikallista aikaa") == 1
    # The certificate prints the tool's own time with the note.
    assert noted.run.facts["clock"][-1] == ClockFlag.RTC_LOCAL
    for language in ("fi", "en", "sv"):
        assert Texts(language).has("paper.clock.rtc_local")
    with pytest.raises(Refused, match="clock_noted_already"):
        shop.workshop.desk.do(shop.boss, NoteClock(drive.run.id))
    # It stays, and nothing older is undone past it.
    with pytest.raises(Refused, match="undo_evidence"):
        shop.workshop.desk.do(shop.boss, UndoLast())


def test_a_stick_pulled_out_saves_nothing_and_says_how_far_it_was_read(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        (shop.folder / f"{number}.log").write_bytes(log(Drive(), begin=later(number)))
    gone = shop.folder.with_name("gone")

    def pulled(path: Path, limit: int) -> bytes | str:
        if path.name == "1.log":
            shop.folder.rename(gone)
        return content_of(path, limit)

    monkeypatch.setattr(reading, "content_of", pulled)
    before = shop.entries()
    with pytest.raises(Unavailable, match="stick_gone") as told:
        shop.workshop.desk.do(shop.worker, ImportReports((shop.folder,)))
    assert (told.value.facts["read"], told.value.facts["total"]) == (1, 3)
    gone.rename(shop.folder)
    assert (shop.entries(), inbox(shop).rows) == (before, ())


def test_links_system_folders_and_odd_names_of_a_stick(shop: Shop) -> None:
    inside = shop.folder / "System Volume Information"
    inside.mkdir()
    (inside / "old.log").write_bytes(log(FAILED))
    real = shop.folder / "ra\nport\x1b[2J ä.log"
    real.write_bytes(log(Drive()))
    (shop.folder / "link.log").symlink_to(real)
    (shop.folder / "loop").symlink_to(shop.folder)
    (shop.folder / "lost.log").symlink_to(shop.folder / "nowhere")
    (shop.folder / "Thumbs.db").write_bytes(b"\x00")
    os.mkfifo(shop.folder / "pipe.log")
    done = bring(shop)
    assert len(done.files) == 2
    names = [one.name for one in inbox(shop).rows]
    assert min(names) == "pipe.log"
    assert all(mark.isprintable() for name in names for mark in name)
    # A file that can not be opened is told of once, however often it is tried.
    before = shop.entries()
    bring(shop)
    assert (len(inbox(shop).rows), shop.entries()) == (2, before)


def test_the_list_is_fetched_a_page_at_a_time(shop: Shop) -> None:
    bring(shop, **{f"n{number}_txt": f"letter {number}".encode() for number in range(5)})
    desk = shop.workshop.desk
    first = queries.inbox(desk, shop.worker, limit=3)
    rest = queries.inbox(desk, shop.worker, limit=3, offset=3)
    assert (len(first.rows), first.more, len(rest.rows), rest.more) == (3, True, 2, False)
    assert len({one.number for one in (*first.rows, *rest.rows)}) == 5


def test_importing_twice_as_much_asks_twice_as_much(shop: Shop) -> None:
    asked = []
    for batch, count in enumerate((10, 20)):
        paths = [
            shop.write(log(Drive(f"S{batch}{one:05d}"), begin=later(100 * batch + one)))
            for one in range(count)
        ]
        with statements(shop.workshop) as found:
            shop.workshop.desk.do(shop.worker, ImportReports(tuple(paths)))
        asked.append(len(found) / count)
    assert asked[1] <= asked[0]


def test_home_counts_what_waits_and_no_device_tells_of(shop: Shop) -> None:
    device = shop.device(HOST)
    shop.declare(device)

    def counts() -> tuple[int, int]:
        lines = {one.queue: one for one in queues.waiting(shop.workshop.desk)}
        return lines[Queue.EVIDENCE].count, lines[Queue.REVIEW].count

    assert counts() == (0, 0)
    bring(
        shop,
        # A drive of the recorded computer, undeclared: its device waits for it, and counts.
        mine_txt=log(Drive("S2ZZZZ0001"), host=HOST, begin=later(3)),
        # Nobody's computer and nobody's disk, and a report that no reader understands.
        strange_txt=log(Drive("S2ZZZZ0002"), host="UNKNOWN1", begin=later(6)),
        odd_txt=b"nothing that a reader knows",
    )
    assert {one.name for one in inbox(shop, only_waiting=True).rows} == {
        "mine.txt",
        "strange.txt",
        "odd.txt",
    }
    assert counts() == (2, 1)
    line = next(one for one in queues.waiting(shop.workshop.desk) if one.queue is Queue.EVIDENCE)
    assert (line.name, line.code, line.since) == ("odd.txt", None, shop.workshop.clock.now())
    odd = next(one for one in inbox(shop).rows if one.name == "odd.txt")
    shop.workshop.desk.do(shop.boss, SettleFiles((odd.number,)))
    assert counts() == (1, 1)
