"""The stick at work: the kit as it is exported, a loop device that the test made, fake drives."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.media import DataClass
from serkut_desk.domain.stick_policy import policy_text
from serkut_desk.interchange.evidence import read_report
from serkut_desk.stations.rules import shipped_policy
from serkut_desk.stations.stick_kit import kit_files

if TYPE_CHECKING:
    from serkut_desk.domain.evidence import DriveResult, ReportRun

FAKES = Path(__file__).parent / "fakes"
SHELLS = [
    shell.split()
    for shell in ("dash", "bash --posix", "busybox sh")
    if shutil.which(shell.split()[0])
] or [["sh"]]
SIZE = 5 * 1024 * 1024
BADGE = "HK0000000111"
NVME, SSD = "S0TESTNVME11", "S3TEST00SSD1"
_PATTERN = b"personal data of somebody, line after line\n" * (SIZE // 43 + 1)


@dataclass
class Stick:
    """One loop device and what stands for the machine around it."""

    root: Path
    device: str
    backing: Path
    shell: list[str] = field(default_factory=lambda: SHELLS[0])
    path: str = os.environ["PATH"]

    def __post_init__(self) -> None:
        for name in ("kit", "fakes", "state", "out"):
            (self.root / name).mkdir()
        policy = policy_text(
            shipped_policy(), DataClass.ORDINARY, samples=1, subsections=2,
            wait_seconds=60, poll_seconds=0,
        )  # fmt: skip
        for name, content in kit_files(policy).items():
            (self.root / "kit" / name).write_bytes(content)
        for fake in FAKES.iterdir():
            shutil.copy(fake, self.root / "fakes")
            (self.root / "fakes" / fake.name).chmod(0o755)
        self.drive("nvme", NVME)
        self.fill()

    @property
    def name(self) -> str:
        return self.device.rpartition("/")[2]

    def fill(self, content: bytes = _PATTERN) -> None:
        """Put data on the drive."""
        with Path(self.device).open("wb", buffering=0) as drive:
            drive.write(content[:SIZE])

    def drive(self, transport: str, serial: str, *, mode: str = "good", **other: str) -> None:
        """Say what lsblk tells of the loop device, and how the drive behind the tools behaves."""
        said = {
            "NAME": self.name, "TYPE": "disk", "TRAN": transport, "ROTA": "0", "RM": "0", "RO": "0",
            "SIZE": str(SIZE), "LOG-SEC": "512", "WWN": "eui.01", "REV": "1.0", "MODEL": "TEST",
            "SERIAL": serial, **other,
        }  # fmt: skip
        line = " ".join(f'{key}="{value}"' for key, value in said.items())
        (self.root / "state" / "drives").write_text(line + "\n", encoding="latin-1")
        (self.root / "state" / "mode").write_text(mode + "\n")
        for left in ("left", "asked", "erased", "password"):
            (self.root / "state" / left).unlink(missing_ok=True)

    def command(self, *words: str) -> tuple[list[str], dict[str, str]]:
        """Return how the script is called, and with which environment."""
        environment = {
            "PATH": f"{self.root}/fakes:{self.path}",
            "FAKE": str(self.root / "state"),
            "LANG": "en",
            "TMPDIR": str(self.root),
        }
        return [*self.shell, str(self.root / "kit" / "serkut-wipe"), *words], environment

    def words(self, named: str, mode: str = "run", **other: str) -> list[str]:
        """Return the usual arguments; `other` replaces some or adds to them."""
        given = {
            "device": self.device,
            "serial": named,
            "operator": BADGE,
            "policy": str(self.root / "kit" / "policy.txt"),
            "out": str(self.root / "out"),
            "confirmed": named,
            **other,
        }
        return [mode, *(part for key, value in given.items() for part in (f"--{key}", value))]

    def call(self, *words: str, told: str = "") -> subprocess.CompletedProcess[str]:
        """Run the script with what a person types."""
        command, environment = self.command(*words)
        return subprocess.run(
            command,
            env=environment,
            input=told,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def wipe(self, named: str, mode: str = "run", **other: str) -> tuple[int, str]:
        """Run it as usual; return its exit status and what it said."""
        done = self.call(*self.words(named, mode, **other))
        return done.returncode, done.stderr

    def stopped(self, serial: str, number: int, when: Path) -> None:
        """Begin a run and send a signal to all of it as soon as a file is there."""
        command, environment = self.command(*self.words(serial))
        with subprocess.Popen(
            command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True
        ) as running:
            while not when.exists():
                with suppress(subprocess.TimeoutExpired):
                    pytest.fail(f"ended by itself: {running.wait(0.02)}")
            if number == signal.SIGKILL:
                os.killpg(running.pid, number)
            else:
                running.send_signal(number)
            running.wait()
            # What the drive does goes on without the script.
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)

    def busybox_alone(self) -> None:
        """Leave no other program than busybox and the fakes."""
        busybox = shutil.which("busybox")
        assert busybox is not None
        tools = self.root / "busybox"
        tools.mkdir()
        listed = subprocess.run([busybox, "--list"], capture_output=True, text=True, check=True)
        for name in listed.stdout.split():
            (tools / name).symlink_to(busybox)
        self.path, self.shell = str(tools), [str(tools / "sh")]

    @property
    def written(self) -> list[Path]:
        """The files that the stick left."""
        return sorted((self.root / "out").glob("*.json"))

    def data(self) -> bytes:
        """Return the one file that it left."""
        (path,) = self.written
        return path.read_bytes()

    def run(self) -> ReportRun:
        """Return the one run that the desk reads from it."""
        (run,) = read_report("x.json", self.data()).runs
        return run

    def result(self) -> DriveResult:
        """Return the one drive of that run."""
        (drive,) = self.run().drives
        return drive
