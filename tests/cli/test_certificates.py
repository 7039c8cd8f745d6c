"""`key` and `certificate` on the command line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from cli.desk_cli import Cli
from documents import verifier_corpus as corpus
from documents.verifier_texts import statement
from factories import make_lot
from serkut_desk.documents import keys
from serkut_desk.documents.public_keys import public_pem_of_der
from serkut_desk.documents.statements import sign_statement
from serkut_desk.domain.media import DataClass
from serkut_desk.stations.wiping.commands import RemoveMedium
from stations.certificates.counter import PASSPHRASE, ROUNDS, Counter, new_seal

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop


@pytest.fixture
def counter(workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counter:
    """Give a workshop with a key whose passphrase is in the environment, and quickly stretched."""
    monkeypatch.setattr(keys, "make_key", partial(keys.make_key, rounds=ROUNDS))
    monkeypatch.setenv("SERKUT_PIN", "4711")
    monkeypatch.setenv("SERKUT_KEY_PASSPHRASE", PASSPHRASE)
    folder = tmp_path / "stick"
    folder.mkdir()
    return Counter(workshop, folder, seal=new_seal(workshop))


@pytest.fixture
def cli(counter: Counter, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Give the program as the first supervisor of that workshop."""
    return Cli(counter.workshop.desk.folder.root, capsys, counter.boss.person)


def _issue(cli: Cli, device: str, out: Path, *more: str) -> dict[str, str]:
    done = cli("certificate", "issue", device, "--out", out, *more)
    if done.status == 1 and done.code == "certificate_clock_doubted":
        # The tests' clock stands in another time than the program's.
        assert cli("clock", "confirm").status == 0
        done = cli("certificate", "issue", device, "--out", out, *more)
    assert done.status == 0, done.out
    document: dict[str, str] = done.document
    return document


def test_issue_verify_and_revoke(cli: Cli, counter: Counter, tmp_path: Path) -> None:
    device, paper, key = counter.clean(), tmp_path / "F.pdf", tmp_path / "key.pem"
    made = _issue(cli, device.code, paper)
    assert made["file"] == str(paper)
    assert paper.read_bytes().startswith(b"%PDF-")
    assert cli("key", "export", "--out", key, person="").status == 0
    answer = cli("certificate", "verify", paper, "--key", key, person="")
    assert answer.status == 0
    assert (answer.document["valid"], answer.document["status"]) == (True, "valid")
    assert answer.document["number"] == made["number"]
    again = cli("certificate", "issue", device.code, "--out", paper)
    assert (again.status, again.code) == (1, "certificate_exists")
    assert made["number"] in again.err
    newer = _issue(cli, device.code, tmp_path / "G.pdf", "--reissue", "Nimi korjattu")
    # What the books say ended it, with the books' own keys and with a key that was handed over.
    for more, outcome in (((), "superseded"), (("--key", key), "valid")):
        old = cli("certificate", "verify", paper, *more)
        told = (old.document["outcome"], old.document["status"], old.document["superseded_by"])
        assert told == (outcome, "superseded", newer["number"])
        assert (old.status, old.document["valid"], old.document["list"]) == (1, False, None)
    words = ("certificate", "revoke", newer["number"], "--reason", "Väärä")
    said = cli(*words, as_json=False).out.splitlines()
    assert said[0] == f"Laitteen {device.code} todistus {newer['number']} on peruttu."
    assert "certificate revocations" in said[1], "the paper is out: a list has to tell of it"
    listed = cli("certificate", "list").document
    assert [line["state"] for line in listed["certificates"]] == ["revoked", "superseded"]
    assert [line["code"] for line in listed["ready"]] == [device.code]


def test_the_books_know_what_was_never_issued(cli: Cli, counter: Counter, tmp_path: Path) -> None:
    made = _issue(cli, counter.clean().code, tmp_path / "F.pdf")
    assert counter.seal is not None
    forged, text = (
        tmp_path / "forged.pdf",
        sign_statement(statement(counter.seal, made["number"]), counter.seal),
    )
    forged.write_bytes(corpus.paper(made["number"], counter.seal))
    for subject in (forged, text):
        done = cli("certificate", "verify", subject)
        told = (done.document["genuine"], done.document["status"], done.document["valid"])
        assert (done.status, *told) == (1, True, "unknown", False)
    said = cli("certificate", "verify", forged, as_json=False).out
    assert "Pajan kirjoissa ei ole tätä paperia" in said
    assert "Aito" not in said
    # Another workshop's numbers are none of ours.
    theirs, key = tmp_path / "theirs.pdf", tmp_path / "theirs.pem"
    theirs.write_bytes(corpus.paper(made["number"], corpus.seal("stranger")))
    key.write_bytes(public_pem_of_der(corpus.seal("stranger").certificate))
    done = cli("certificate", "verify", theirs, "--key", key)
    assert (done.status, done.document["valid"], done.document["status"]) == (0, True, None)


def test_what_does_not_verify_says_why(cli: Cli, counter: Counter, tmp_path: Path) -> None:
    paper = tmp_path / "F.pdf"
    _issue(cli, counter.clean().code, paper)
    data = bytearray(paper.read_bytes())
    data[len(data) // 2] ^= 1
    altered = tmp_path / "altered.pdf"
    altered.write_bytes(data)
    answer = cli("certificate", "verify", altered)
    assert (answer.status, answer.document["valid"]) == (1, False)
    assert answer.document["reasons"] == ["altered"]
    assert answer.document["why"]
    # A stranger's key: the answer names who sealed it.
    assert counter.seal is not None
    cli("key", "retire", "--reason", "Vaihto")
    assert cli("key", "create").status == 0
    own = cli("certificate", "verify", paper)
    assert (own.status, own.document["key_retired"]) == (0, True)
    key = tmp_path / "new.pem"
    cli("key", "export", "--out", key)
    other = cli("certificate", "verify", paper, "--key", key)
    assert (other.status, other.document["reasons"]) == (1, ["other_signer"])
    assert any(counter.seal.fingerprint in line for line in other.document["why"])


def test_files_that_are_not_there(cli: Cli, tmp_path: Path) -> None:
    nothing, text = tmp_path / "no.pdf", tmp_path / "x.txt"
    text.write_text("not a key")
    assert cli("certificate", "verify", nothing).status == 3
    assert cli("certificate", "verify", nothing, "--key", tmp_path / "no.pem").status == 3
    assert cli("certificate", "verify", text, "--key", text).status == 2
    assert cli("certificate", "verify", text).document["reasons"] == ["not_a_pdf"]
    elsewhere = Cli(tmp_path / "empty", cli.capsys)
    answer = elsewhere("certificate", "verify", text)
    assert (answer.status, answer.code) == (1, "key_not_given")
    assert not (tmp_path / "empty").exists()


def test_a_copy_that_can_not_be_written_is_the_environments_fault(
    cli: Cli, counter: Counter, tmp_path: Path
) -> None:
    one, two = counter.clean(1), counter.clean(2)
    _issue(cli, one.code, tmp_path / "F.pdf")
    (tmp_path / "file").write_bytes(b"")
    done = cli("certificate", "issue", two.code, "--out", tmp_path / "file" / "F.pdf")
    assert (done.status, done.code) == (3, "certificate_copy_failed")
    listed = cli("certificate", "list").document["certificates"]
    assert listed[0]["device"] == two.code
    assert listed[0]["number"] in done.err


def test_without_passphrase_or_terminal_nothing_happens(
    cli: Cli, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SERKUT_KEY_PASSPHRASE")
    done = cli("certificate", "issue", counter.clean().code)
    assert (done.status, done.code) == (2, "passphrase_missing")
    assert cli("key", "passphrase").code == "passphrase_missing"


def test_the_key_on_the_command_line(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, copy = tmp_path / "sheet.pdf", tmp_path / "copy.pem"
    assert cli("key", "sheet", "--out", sheet).status == 0
    assert sheet.read_bytes().startswith(b"%PDF-")
    assert cli("key", "export").status == 2
    assert cli("key", "export", "--backup", copy).document["backup"] == str(copy)
    monkeypatch.setenv("SERKUT_NEW_KEY_PASSPHRASE", "kuusi aivan uutta sanaa tähän")
    assert cli("key", "passphrase").status == 0
    assert cli("key", "restore", copy).status == 0, "the copy keeps the old passphrase"
    assert cli("key", "create").code == "key_exists"


def test_a_lot_a_medium_and_their_languages(cli: Cli, counter: Counter, tmp_path: Path) -> None:
    lot = make_lot(counter.workshop, "Kasvatus ja koulutus", DataClass.ORDINARY)
    devices = [counter.clean(number, lot) for number in (1, 2)]
    with counter.workshop.desk.database.reading() as work:
        (medium,) = work.media.of_device(devices[0].id)
    counter.workshop.desk.do(counter.boss, RemoveMedium(medium.serial))
    assert cli("certificate", "language", "sv").document == {"workshop": "sv", "senders": {}}
    own = cli("certificate", "language", "en", "--sender", "kasvatus ja koulutus").document
    assert own["senders"] == {"Kasvatus ja koulutus": "en"}
    out = tmp_path / "lot"
    out.mkdir()
    done = cli("certificate", "issue", "--lot", lot.code, "--out", out)
    if done.code == "certificate_clock_doubted":
        assert cli("clock", "confirm").status == 0
        done = cli("certificate", "issue", "--lot", lot.code, "--out", out)
    assert done.status == 0, done.out
    made = done.document["certificates"]
    assert [one["kind"] for one in made] == ["device", "device", "lot"]
    assert [one["about"] for one in made] == [*(device.code for device in devices), lot.code]
    assert (done.document["left"], done.document["refused"]) == (0, [])
    assert len(list(out.glob("TT*.pdf"))) == 3
    whole = made[2]["number"]
    again = cli("certificate", "issue", "--lot", lot.code)
    assert (again.status, again.document["refused"][0]["code"]) == (1, "certificate_exists")
    newer = cli("certificate", "reissue", whole, "--reason", "Kieli", "--language", "fi")
    assert newer.document["supersedes"] == whole
    saved = tmp_path / "saved"
    saved.mkdir()
    files = cli("certificate", "save", "--lot", lot.code, "--out", saved).document["files"]
    assert len(files) == 3
    one = cli("certificate", "save", made[0]["number"], "--out", tmp_path).document["files"]
    assert one == [str(tmp_path / f"{made[0]['number']}.pdf")]
    listed = cli("certificate", "list").document
    (loose,) = listed["ready_media"]
    issued = cli("certificate", "issue", "--medium", loose["code"]).document
    assert (issued["kind"], issued["about"]) == ("medium", loose["code"])
    ended = cli("certificate", "revoke", issued["number"], "--reason", "Väärä")
    assert ended.document == {
        "number": issued["number"],
        "device": loose["code"],
        "state": "revoked",
    }
    listed = cli("certificate", "list").document
    assert [one["state"] for one in listed["lots"]] == ["valid", "superseded"]
    assert [one["language"] for one in listed["lots"]] == ["fi", "en"]
    assert [one["state"] for one in listed["media"]] == ["revoked"]
    assert listed["by_lot"][0]["issued"] == 2
    for words in (
        ("issue",),
        ("issue", devices[0].code, "--lot", lot.code),
        ("save", "--out", out),
    ):
        wrong = cli("certificate", *words)
        assert (wrong.status, wrong.code) == (2, "certificate_one_of")
