"""What stands before the work: banner, options and the computer's own words about itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import HostFacts, RunOptions, VerifyMode
from serkut_desk.interchange.nwipe.split import BANNER

if TYPE_CHECKING:
    from serkut_desk.interchange.nwipe.lines import Line

_HOST = re.compile(r"((?:system|baseboard|chassis|bios|processor)-[a-z-]+) = (.*)\Z")
_OPTION = re.compile(r"  ([a-z][a-z -]{0,40}?) {0,40}= (.*)\Z")
_OPTIONS_HEAD = "Program options are set as follows..."
_VERIFY = {"0": VerifyMode.OFF, "1": VerifyMode.LAST, "2": VerifyMode.ALL}
_VERSION = re.compile(r"nwipe (\d+\.\d+(?:\.\d+)*)")
_SHREDOS_VERSION = re.compile(r"_(\d+\.\d+(?:\.\d+)*)(?![\d.])")
_ROUNDS = re.compile(r"\d{1,4}\Z")
# Kept with every drive; a genuine one is wrapped once or twice.
_LONGEST_KERNEL = 1000


def read_host(lines: list[Line]) -> HostFacts:
    """Return the firmware's facts; placeholders such as `Not Specified` are kept as they stand."""
    facts: dict[str, str] = {}
    for line in lines:
        match = _HOST.match(line.text) if line.level in ("info", "notice") else None
        if match is not None:
            facts.setdefault(match[1], match[2].strip())
    return HostFacts(
        manufacturer=facts.get("system-manufacturer", ""),
        product=facts.get("system-product-name", ""),
        system_serial=facts.get("system-serial-number", ""),
        chassis_serial=facts.get("chassis-serial-number", ""),
        baseboard_serial=facts.get("baseboard-serial-number", ""),
        uuid=facts.get("system-uuid", ""),
        asset_tag=facts.get("chassis-asset-tag", ""),
    )


def read_options(lines: list[Line]) -> RunOptions:
    """Return the options that 0.31 and newer print, up to the first line that is none."""
    values: dict[str, str] = {}
    printed = False
    no_blank = False
    for line in lines:
        if line.text == _OPTIONS_HEAD:
            printed = True
        elif printed and line.level:
            match = _OPTION.match(line.text)
            if match is not None:
                values.setdefault(match[1], match[2].strip())
            elif not line.text.startswith("  "):
                break
            no_blank = no_blank or line.text.strip() == "do not perform a final blank pass"
    rounds = values.get("rounds", "")
    return RunOptions(
        printed=printed,
        verify=_VERIFY.get(values.get("verify", "")[:1], VerifyMode.UNKNOWN),
        rounds=int(rounds) if _ROUNDS.match(rounds) else None,
        final_blank=not no_blank if printed else None,
        method=values.get("method", ""),
        prng=values.get("prng", ""),
        quiet=values.get("quiet", "0")[:1] not in ("", "0"),
        values=tuple(values.items()),
    )


def read_banner(lines: list[Line], options: RunOptions) -> str | None:
    """Return the banner line, else the banner among the options."""
    for line in lines:
        if line.level == "info" and BANNER.match(line.text.strip()):
            return line.text.strip()
    return dict(options.values).get("banner") or None


def claimed_version(banner: str | None) -> str | None:
    """Return the version that a banner claims: for ShredOS the last `_x.yy` of its name."""
    if banner is None:
        return None
    if "ShredOS" in banner:
        found = _SHREDOS_VERSION.findall(banner)
        return found[-1] if found else None
    match = _VERSION.match(banner)
    return match[1] if match else None


def read_kernel(lines: list[Line]) -> str:
    """Return the kernel line, put together where it is wrapped (31 spaces)."""
    kernel = ""
    for line in lines:
        if line.level and line.text.startswith("Linux version"):
            kernel = line.text
        elif kernel and not line.level and line.raw.startswith(" " * 31):
            kernel = (kernel + line.raw[31:])[:_LONGEST_KERNEL]
        elif kernel:
            break
    return kernel
