"""Puts the wiping kit onto a stick: scripts, the policy as it holds today, and checksums."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.errors import Refused, Unavailable
from serkut_desk.domain.media import DataClass
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.stick_policy import policy_text
from serkut_desk.records.files import read_regular, write_synced
from serkut_desk.stations import rules

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk

# The folder on the stick, and the one in it where the results come.
FOLDER = "serkut"
RESULTS = "results"
SCRIPT = "serkut-wipe"
PARTS = (SCRIPT, "serkut-drives", "serkut-samples", "serkut-erase", "serkut-paper")
_READ_ME = "LUEMINUT.txt"
_COLLECTOR = "serkut-collect"
_POLICY = "policy.txt"
_SUMS = "SHA256SUMS"
# An older kit names itself in its first lines.
_HEAD = 2000
_RUNNABLE = frozenset({SCRIPT, _COLLECTOR})


@dataclass(frozen=True, slots=True)
class StickKit:
    """What was put there, and for drives with which data."""

    path: Path
    files: tuple[str, ...]
    data_class: DataClass
    policy_version: int


def kit_files(policy: str) -> dict[str, bytes]:
    """Return every file of the kit by its name.

    Args:
        policy: The policy as the stick reads it (`domain.stick_policy`).
    """
    files = {name: shipped.resource("stick", name).read_bytes() for name in (*PARTS, _READ_ME)}
    files[_COLLECTOR] = shipped.resource("collector", _COLLECTOR).read_bytes()
    files[_POLICY] = policy.encode()
    sums = (f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    files[_SUMS] = "".join(sums).encode()
    return files


def export_kit(
    desk: Desk, session: Session | None, folder: Path, data_class: DataClass | None = None
) -> StickKit:
    """Write the kit into a folder of its own on a stick, over an older one.

    Args:
        desk: The workshop.
        session: Who acts.
        folder: Where the stick is mounted.
        data_class: Of the data on the drives that it is for; None takes the workshop's default.

    Raises:
        Unavailable: `path_missing`, `disk_full` or `file_not_written`.
        Refused: `stick_folder_taken`: something else has the kit's name.
    """
    if not folder.is_dir():
        raise Unavailable("path_missing", path=str(folder))
    with desk.reading(session, Permission.WIPE) as work:
        policy = rules.policy_at(work, desk.clock.now())
        decided = (work.house.get("data_class") or {}).get("class", DataClass.CONFIDENTIAL.value)
    chosen = data_class or DataClass(decided)
    target = folder / FOLDER
    _demand_ours(target)
    try:
        (target / RESULTS).mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Unavailable("file_not_written", path=str(target)) from None
    files = kit_files(policy_text(policy, chosen))
    for name, content in files.items():
        write_synced(target / name, content, 0o755 if name in _RUNNABLE else 0o644)
    return StickKit(target, tuple(files), chosen, policy.version)


def _demand_ours(target: Path) -> None:
    """Refuse a folder that is there and is no kit, so that nothing of others is overwritten."""
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    try:
        head = read_regular(target / SCRIPT, _HEAD)
    except OSError:
        head = b""
    if SCRIPT.encode() not in head or not target.is_dir():
        raise Refused("stick_folder_taken", path=str(target))
