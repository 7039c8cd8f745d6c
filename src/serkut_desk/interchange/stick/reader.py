"""The file as a whole: facts, the log of nwipe inside, the marks that tell runs apart."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from serkut_desk.domain.evidence import HiddenAreas, HostFacts
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.stick import (
    Look,
    Sample,
    Sampling,
    StickMode,
    StickRecord,
    StickState,
)
from serkut_desk.domain.stick_samples import MOST_SIZES
from serkut_desk.domain.stick_verdict import run_of
from serkut_desk.interchange.stick.answers import estimate, hidden_areas, namespaces, told
from serkut_desk.interchange.stick.fields import (
    Node,
    digest,
    in_utc,
    line,
    moment,
    node,
    nodes,
    parsed,
    raw,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

    from serkut_desk.domain.evidence import ReportRun

FORMAT = "serkut-wipe"
VERSION = 1
_BADGE = re.compile(r"HK\d{10}")
_VERSION = re.compile(r"\d+(?:\.\d+)+")
_SEED = re.compile(r"[0-9a-f]{32}")
_BUSES = {
    "nvme": "NVME",
    "hdd": "ATA",
    "ssd": "ATA-SSD",
    "sas_hdd": "SAS",
    "sas_ssd": "SAS-SSD",
    "usb": "USB",
    "emmc": "MMC",
    "sd": "MMC",
}
_ATA = frozenset({"hdd", "ssd"})
_Word = TypeVar("_Word", bound="StrEnum")


def read_stick(
    data: bytes,
    nwipe: Callable[[bytes], tuple[ReportRun, ...]],
    comparable: Callable[[str], str | None],
) -> tuple[ReportRun, ...]:
    """Return the one run of a file, judged; none where it is cut off or of another version.

    Args:
        data: The file; any bytes are taken.
        nwipe: Reads and judges a log of nwipe.
        comparable: Gives the normal form of a serial, None where the text is none.
    """
    file = parsed(data)
    if file is None or file.get("format") != FORMAT:
        return ()
    version = file.get("version")
    # In Python, true is 1 as well.
    if isinstance(version, bool) or version != VERSION:
        return ()
    record = _record(file, nwipe)
    seed = record.sampling.seed
    fingerprint = _digest("stick", seed, line(file.get("began")), record.device)
    samples = [f"{one.at} {one.before} {one.after}" for one in record.sampling.samples]
    body = _digest("stick-body", seed, record.state.value, *samples) if samples else ""
    return (run_of(record, fingerprint, body, comparable(record.given)),)


def _record(file: Node, nwipe: Callable[[bytes], tuple[ReportRun, ...]]) -> StickRecord:
    target = node(file.get("target"))
    kind = line(target.get("kind"))
    technique = _word(SanitisationTechnique, file.get("technique"), SanitisationTechnique.UNKNOWN)
    done = told(file)
    log, broken = _log(node(file.get("log")), nwipe)
    identity = done.identity
    sources = ("serial", "serial_kernel", "serial_told")
    return StickRecord(
        mode=_word(StickMode, file.get("mode"), StickMode.RUN),
        state=_word(StickState, file.get("state"), StickState.RUNNING),
        result=line(file.get("result")),
        release=line(file.get("release")),
        operator=_badge(line(file.get("operator"))),
        tag=line(file.get("tag")),
        technique=technique,
        began=moment(file.get("began")),
        ended=moment(file.get("now")),
        utc=in_utc(file.get("began")),
        device=line(target.get("device")),
        bus=_BUSES.get(kind, "UNK"),
        model=identity.model if identity and identity.model else line(target.get("model")),
        capacity=whole(target.get("bytes")),
        given=line(file.get("given")),
        serials=tuple(said for key in sources if (said := line(target.get(key)))),
        serial_after=line(file.get("serial_after")),
        hidden_areas=hidden_areas(file) if kind in _ATA else HiddenAreas.NOT_APPLICABLE,
        host=_host(node(file.get("dmi"))),
        system=line(file.get("system")),
        tool_version=_tool_version(node(file.get("tools"))),
        before=done.before,
        erase=done.erase,
        after=done.after,
        erase_seconds=done.erase_seconds,
        estimate_seconds=estimate(file, technique),
        namespaces=namespaces(file),
        sampling=_sampling(file, target),
        log=log,
        broken_log=broken,
    )


def _word(words: type[_Word], value: object, other: _Word) -> _Word:
    return next((word for word in words if word.value == value), other)


def _badge(text: str) -> str:
    return text if _BADGE.fullmatch(text) else ""


def _tool_version(tools: Node) -> str | None:
    found = [_VERSION.search(line(one)) for one in tools.values()]
    return next((match[0] for match in found if match), None)


def _host(dmi: Node) -> HostFacts:
    said = {name: line(value) for name, value in dmi.items()}
    return HostFacts(
        manufacturer=said.get("sys_vendor", ""),
        product=said.get("product_name", ""),
        system_serial=said.get("product_serial", ""),
        chassis_serial=said.get("chassis_serial", ""),
        baseboard_serial=said.get("board_serial", ""),
        uuid=said.get("product_uuid", ""),
    )


def _sampling(file: Node, target: Node) -> Sampling:
    said = node(file.get("sampling"))
    seed = line(said.get("seed"))
    samples = tuple(
        Sample(
            whole(one.get("at")) or 0,
            whole(one.get("bytes")) or 0,
            digest(one.get("before")),
            digest(one.get("after")),
            _word(Look, one.get("looks"), Look.NONE),
        )
        for one in nodes(file.get("samples"))
    )
    return Sampling(
        seed=seed if _SEED.fullmatch(seed) else "",
        count=whole(said.get("count")) or 0,
        full=said.get("plan") == "full",
        subsections=whole(said.get("subsections")) or 0,
        reading=line(said.get("reading")),
        sector=whole(target.get("sector")) or 0,
        # What no stick drew shows nothing, and is not worked out.
        samples=samples if len({one.size for one in samples}) <= MOST_SIZES else (),
    )


def _log(
    said: Node, nwipe: Callable[[bytes], tuple[ReportRun, ...]]
) -> tuple[ReportRun | None, bool]:
    """Return the run in the log, and whether the log is another one than its hash says."""
    data = raw(said.get("text"))
    if not data:
        return None, False
    if sha256(data).hexdigest() != digest(said.get("sha256")):
        return None, True
    runs = nwipe(data)
    return (runs[0], False) if len(runs) == 1 else (None, False)


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
