"""`certificate verify|page|revocations` and the key's changes on the command line."""

from __future__ import annotations

import json
import re
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from cli.desk_cli import Cli
from documents import verifier_corpus as corpus
from documents.verifier_stories import ended_key, list_file, vouches
from documents.verifier_texts import texts
from serkut_desk.documents import keys
from serkut_desk.documents.public_keys import public_pem_of_der
from serkut_desk.documents.revocations import KeyEnding
from serkut_desk.records import lock
from serkut_desk.shipped import json_resource
from stations.certificates.counter import PASSPHRASE, ROUNDS, new_seal

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop


def texts_of(language: str) -> dict[str, str]:
    found: dict[str, str] = json_resource("verifier", "texts", f"{language}.json")
    return found


NEW = "kuusi aivan uutta sanaa tähän"


@pytest.fixture
def nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Give the program without any workshop, and a key, papers and lists in a folder."""
    papers = tmp_path / "papers"
    papers.mkdir()
    for name in ("good", "revoked", "next", "stranger"):
        (papers / f"{name}.pdf").write_bytes(corpus.bases()[name])
    (tmp_path / "key.pem").write_bytes(public_pem_of_der(corpus.seal("ours").certificate))
    (tmp_path / "list.json").write_bytes(list_file(corpus.seal("ours")))
    (tmp_path / "foreign.json").write_bytes(list_file(corpus.seal("stranger")))
    (tmp_path / "vouches.json").write_bytes(vouches(("ours", "next")))
    return Cli(tmp_path / "nowhere", capsys)


def test_files_folders_and_texts_need_no_workshop(nowhere: Cli, tmp_path: Path) -> None:
    key, papers = ("--key", tmp_path / "key.pem"), tmp_path / "papers"
    text = texts()[0]
    done = nowhere("certificate", "verify", papers / "good.pdf", text.lower(), *key)
    assert (done.status, done.document["valid"], done.document["genuine"]) == (0, True, True)
    first, second = done.document["checked"]
    assert (first["number"], first["list"], second["file"]) == (second["number"], None, "")
    assert json.loads(second["statement"])["s"] == "5CD8Å"

    done = nowhere("certificate", "verify", papers, *key, "--revocations", tmp_path / "list.json")
    assert done.status == 1
    outcomes = {one["file"].rpartition("/")[2]: one["outcome"] for one in done.document["checked"]}
    assert outcomes == {
        "good.pdf": "valid",
        "next.pdf": "other_key",
        "revoked.pdf": "revoked",
        "stranger.pdf": "other_key",
    }
    assert done.document["counts"] == {"valid": 1, "revoked": 1, "other_key": 2}
    listed = ("--revocations", tmp_path / "list.json")
    said = nowhere("certificate", "verify", papers, *key, *listed, as_json=False).out
    assert said.splitlines()[-1] == (
        "Tarkistettiin 4 paperia. Ei kelpaa: vieras avain (2), Aito (1), Peruttu (1)"
    )
    assert {tuple(one["list"] or ()) for one in done.document["checked"]} >= {
        (3, "2026-12-18T12:30:00Z", "2027-01-27T12:30:00Z")
    }
    vouched = ("--vouches", tmp_path / "vouches.json")
    done = nowhere("certificate", "verify", papers / "next.pdf", *key, *vouched)
    assert (done.status, len(done.document["chain"])) == (0, 1)
    said = nowhere("certificate", "verify", papers / "good.pdf", *key, as_json=False).out
    assert "Peruttujen luettelo puuttuu. Kysy pajalta" in said
    # As the page says it: not the word alone for what nobody knows to hold.
    assert "Aito, mutta voimassaolo ei ole tiedossa" in said
    told = ("--revocations", tmp_path / "list.json")
    said = nowhere("certificate", "verify", papers / "good.pdf", *key, *told, as_json=False).out
    assert "voimassaolo ei ole tiedossa" not in said
    (tmp_path / "past.json").write_bytes(
        list_file(corpus.seal("ours"), until=corpus.NOW - timedelta(days=999))
    )
    told = ("--revocations", tmp_path / "past.json")
    said = nowhere("certificate", "verify", papers / "good.pdf", *key, *told, as_json=False).out
    assert texts_of("fi")["list_old"] in said
    said = nowhere(
        *("certificate", "verify", papers / "revoked.pdf", *key),
        *("--revocations", tmp_path / "list.json"),
        as_json=False,
    ).out
    assert "Peruttu 18.11.2026 14.30" in said
    assert not (tmp_path / "nowhere").exists()


def test_books_that_another_program_has_open_are_told_of(nowhere: Cli, tmp_path: Path) -> None:
    (tmp_path / "nowhere" / "keys").mkdir(parents=True)
    (tmp_path / "nowhere" / "serkut.sqlite3").touch()
    asked = ("certificate", "verify", tmp_path / "papers" / "good.pdf")
    given = ("--key", tmp_path / "key.pem")
    with ExitStack() as stack:
        held = lock.hold(tmp_path / "nowhere" / "serkut.lock")
        stack.callback(held.release)
        assert nowhere(*asked, *given).document["valid"], "another workshop's: they know nothing"
        (tmp_path / "nowhere" / "keys" / "own.pub.pem").write_bytes(
            (tmp_path / "key.pem").read_bytes()
        )
        own = nowhere(*asked)
        assert (own.status, own.document["valid"], own.document["status"]) == (1, False, "not_read")
        assert nowhere(*asked, *given).document["counts"] == {"not_read": 1}
        said = nowhere(*asked, as_json=False).out
    assert "Pajan kirjoja ei luettu: Ohjelma on jo auki." in said


def test_a_hostile_name_repaints_no_answer(nowhere: Cli, tmp_path: Path) -> None:
    folder, name = tmp_path / "hostile", "x\x1b[1A\x9b2K\u202eAito.pdf"
    folder.mkdir()
    for one in (name, "y.pdf"):
        (folder / one).write_bytes(corpus.bases()["stranger"])
    asked = ("certificate", "verify", folder, "--key", tmp_path / "key.pem")
    said = nowhere(*asked, as_json=False).out
    assert "x\\u001b[1A\\u009b2K\\u202eAito.pdf" in said
    assert all(mark not in said for mark in "\x1b\x9b\u202e")
    done = nowhere(*asked)
    assert "\u202e" not in done.out
    assert done.document["checked"][0]["file"] == str(folder / name)


def test_what_cannot_be_used_is_refused(nowhere: Cli, tmp_path: Path) -> None:
    key, good = ("--key", tmp_path / "key.pem"), tmp_path / "papers" / "good.pdf"
    for option, file, code in (
        ("--revocations", "foreign.json", "trust_file_of_another_key"),
        ("--revocations", "key.pem", "trust_file_unreadable"),
        ("--vouches", "missing.json", "trust_file_missing"),
    ):
        assert nowhere("certificate", "verify", good, *key, option, tmp_path / file).code == code
    assert nowhere("certificate", "verify", good).code == "key_not_given"
    (tmp_path / "empty").mkdir()
    empty = nowhere("certificate", "verify", tmp_path / "empty", *key)
    assert (empty.status, empty.document["checked"]) == (1, [])


def test_a_thief_vouches_for_nobody_once_the_list_knows_of_it(nowhere: Cli, tmp_path: Path) -> None:
    theft = ended_key("ours", KeyEnding.STOLEN, corpus.LATER)
    (tmp_path / "list.json").write_bytes(list_file(corpus.seal("next"), keys=(theft,)))
    (tmp_path / "vouches.json").write_bytes(vouches(("ours", "stranger")))
    keys = b"".join(public_pem_of_der(corpus.seal(one).certificate) for one in ("ours", "next"))
    (tmp_path / "key.pem").write_bytes(keys)
    told = ("--key", tmp_path / "key.pem", "--revocations", tmp_path / "list.json")
    forged = ("certificate", "verify", tmp_path / "papers" / "stranger.pdf", *told)
    assert nowhere(*forged, "--vouches", tmp_path / "vouches.json").code == "trust_key_stolen"
    assert nowhere(*forged).document["outcome"] == "other_key"


def test_key_list_and_page_of_a_workshop(
    workshop: Workshop,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("SERKUT_PIN", "4711")
    monkeypatch.setenv("SERKUT_KEY_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("SERKUT_NEW_KEY_PASSPHRASE", NEW)
    monkeypatch.setattr(keys, "make_key", partial(keys.make_key, rounds=ROUNDS))
    old = new_seal(workshop)
    cli = Cli(workshop.desk.folder.root, capsys, workshop.first.person)
    assert cli("key", "unlock").document["fingerprint"] == old.fingerprint
    out = tmp_path / "list.json"
    done = cli("certificate", "revocations", "--out", out)
    if done.status == 1 and done.code == "certificate_clock_doubted":
        # The tests' clock stands in another time than the program's.
        assert cli("clock", "confirm").status == 0
        done = cli("certificate", "revocations", "--out", out)
    assert (done.status, done.document["number"], done.document["entries"]) == (0, 1, 0)
    assert json.loads(json.loads(out.read_bytes())["list"])["number"] == 1
    made = cli("key", "create", "--vouched-by-old")
    assert made.status == 0, made.out
    word = tmp_path / "vouches.json"
    assert cli("key", "export", "--vouches", word).status == 0
    assert len(json.loads(word.read_bytes())["vouches"]) == 1
    page = tmp_path / "page.html"
    done = cli("certificate", "page", "--out", page)
    assert done.document["fingerprint"] == made.document["fingerprint"]
    assert not re.search(r"(src|href)=|https?:", page.read_text("utf-8"))
    stolen = ("--stolen-since", "2026-11-20", "--key", old.fingerprint)
    assert cli("key", "retire", "--reason", "Varkaus", *stolen).status == 0
    monkeypatch.setenv("SERKUT_KEY_PASSPHRASE", NEW)
    done = cli("certificate", "revocations", "--out", out)
    assert done.document["entries"] == 1
    ((_, how, since),) = json.loads(json.loads(out.read_bytes())["list"])["keys"]
    assert (how, since) == ("stolen", "2026-11-19T22:00:00Z")


def test_a_token_is_named_whole(
    workshop: Workshop, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SERKUT_PIN", "4711")
    monkeypatch.setenv("SERKUT_KEY_PASSPHRASE", "123456")
    cli = Cli(workshop.desk.folder.root, capsys, workshop.first.person)
    assert cli("key", "create", "--token", "/nowhere.so").code == "text_missing"
    done = cli("key", "create", "--token", "/nowhere.so", "--token-label", "Paja")
    assert done.code in {"token_module", "token_library"}
