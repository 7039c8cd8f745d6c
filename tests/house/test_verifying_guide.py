"""verifying.md: its vectors recompute, and openssl agrees by the commands that it prints."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from pathlib import Path

from serkut_desk.documents.answering import Outcome, answer_text
from serkut_desk.documents.knowledge import Knowledge
from serkut_desk.documents.public_keys import read_public_keys
from verifying_vectors import NEW, OLD, blocks

GUIDE = Path(__file__).resolve().parents[2] / "resources" / "guide" / "en" / "verifying.md"
SHOWN = dict(
    re.findall(r"<!-- vector:([\w-]+) -->\n```\n(.*?)\n```", GUIDE.read_text("utf-8"), re.DOTALL)
)
RUN = dict(
    re.findall(r"<!-- run:(\w+) -->\n```bash\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
)


def _file(kind: str) -> dict[str, str]:
    signature = base64.b64encode(bytes.fromhex(SHOWN[f"{kind}-signature"])).decode()
    return {kind: SHOWN[kind], "signature": signature}


def test_the_vectors_recompute() -> None:
    assert blocks() == SHOWN


def test_the_program_reads_them() -> None:
    knows = Knowledge(tuple(read_public_keys(OLD.pem.encode())))
    assert answer_text(SHOWN["statement-text"], knows).outcome is Outcome.VALID
    knows = knows.learn(json.dumps({"vouches": [_file("vouch")]}).encode())
    knows = knows.learn(json.dumps({**_file("list"), "key": NEW.pem}).encode())
    answer = answer_text(SHOWN["statement-text"].lower(), knows)
    assert (answer.outcome, answer.signer) == (Outcome.REVOKED, OLD.fingerprint)
    assert answer.known is not None
    assert answer.known.number == 7


def _verified(folder: Path, script: str) -> list[str]:
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout.splitlines()


def test_openssl_agrees_by_the_printed_commands(tmp_path: Path) -> None:
    text = SHOWN["statement-text"]
    (tmp_path / "qr.txt").write_text(text + "\r\n")
    (tmp_path / "workshop.pem").write_text(OLD.pem)
    assert _verified(tmp_path, RUN["statement"]) == ["Verified OK", SHOWN["statement"]]
    (tmp_path / "qr.txt").write_text(text[:-9] + "AAAAAAAAA")
    assert _verified(tmp_path, RUN["statement"])[0] == "Verification failure"

    (tmp_path / "file.json").write_text(json.dumps(_file("vouch")))
    script = RUN["list"].replace("serkut-desk revocations 1", "serkut-desk key 1")
    assert "Verified OK" in _verified(tmp_path, script.replace("field list", "field vouch"))

    (tmp_path / "workshop.pem").write_text(NEW.pem)
    (tmp_path / "file.json").write_text(json.dumps(_file("list")))
    assert "Verified OK" in _verified(tmp_path, RUN["list"])
