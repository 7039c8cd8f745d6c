"""Lines about a drive that no known version writes: a person has to read them.

The forms are those of 0.17 to 0.42. What a later version says of a drive, or what another program
wrote into the file, may be harmless or the opposite; so it keeps the drive from passing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.interchange.nwipe.lines import Line

# Where the drive is named stands `#`. All begin the line; what follows is not looked at where it
# is another program's words.
_FORMS = (
    r"Found #|(?:Device )?# has serial number|# is reported as IN USE|# USB bridge, no pass",
    r"#, sect(?:/blk/dev|or\(logical\)/block\(physical\) sizes) [\d/]+\Z",
    r"#: \d{1,3}\.\d\d%, round \d+ of \d+, pass \d+ of \d+.{0,40}\Z|#: Success\Z",
    r"#: Device geometry is as follows",
    r"#: (?:>>> FAILURE! <<<|Failure): (?:code|signal) -?\d+\Z",
    r"Device # (?:excluded|ignored) as per|Device '?#'? (?:has|is size|failed|ioctl|physical) ",
    r"Device '#' (?:logical sector size mismatch|no valid physical sector size)",
    r"Changing '#' block size|\w+: The size of '#' is not a multiple of",
    r"HPA:? |HPA_set_value: |(?:libata|hdparm|NWipe): ?|hdparm |\[UNKNOWN\] We can't find the",
    r"No hidden sectors on #|\*\*\* HIDDEN SECTORS DETECTED|HIDDEN (?:AREA|SECTORS) ",
    r"hpa_dco_status|func:nwipe_read_dco|DCO |IOCTL command failed retrieving DCO",
    r"(?:No )?UUID (?:available )?for #|Temperature limits for #|get temperature for #",
    r"got (?:no )?SCSI temperature data|no (?:SCSI temperature reading|hwmon data) for #",
    r"(?:hddtemp|hwmon): |Smartctl is unable|smartctl: |Unable to open device '?#'?",
    r"nwipe_get_(?:device_bus_type_and_serialno|smart_data)",
    r"Using (?:direct|cached|auto).{0,30} on device '#'|O_DIRECT not supported on '#'",
    r"Disabled fdatasync for #|I/O direction on '#' is |Scatter plan for '#'",
    r"Invoking method '.{1,80}' on |(?:Starting|Finished) (?:final )?(?:pass|round) \d",
    r"Verif(?:ying|ied) (?:pass \d|that|the final random pattern)|Verifying final random",
    r"Blank(?:ing|ed) device |\d+ bytes (?:written to|read from) |Wr(?:iting|ote) final random",
    r"Wrote \d+ bytes on|\[SUCCESS\] (?:Verified (?:that|FRP)|Blanked device) ",
    r"\[FAILURE\] # (?:Verification errors|may not be blanked|is not )|Buffer flush failure",
    r"(?:\w+: )?Partial (?:read|write) (?:on|from) '#'|\w+: short (?:read|write) on '#'",
    r"\w+: p?(?:read|write)\(\) failed on '#' \(attempt|Skipping verification of pass \d",
    r"(?:Forward|Reverse) wipe on '#' reached initial bad block",
    r"Requesting wipe thread cancellation|Wipe thread for device #|Cancelling thread for #",
)
_KNOWN = re.compile("|".join(_FORMS))
_OPTION = re.compile(r"  [a-z][a-z \[\]\d-]{0,40}= ")
# Their own verdict is made of them; and what a person asked to be told for hunting errors.
_JUDGED = frozenset({"error", "fatal", "sanity", "debug"})
_KEPT = 20
_LENGTH = 300
# A shorter name is part of any word.
_SHORTEST_NAME = 3


def unknown_lines(lines: Iterable[Line], paths: Iterable[str]) -> dict[str, list[str]]:
    """Return the lines of one run that concern a drive and are of no known form, by its path."""
    names = {path.rpartition("/")[2]: path for path in paths}
    long = [name for name in names if len(name) >= _SHORTEST_NAME]
    if not long:
        return {}
    named = re.compile(rf"(?<![\w-])(?:/dev/)?({'|'.join(map(re.escape, long))})(?![\w-])")
    found: dict[str, list[str]] = {}
    level, table = "", False
    for line in lines:
        level = line.level or level
        table = _in_table(line, table=table)
        if table or line.level in _JUDGED or (not line.level and level == "debug"):
            continue
        text = line.text if line.stamp else line.raw
        match = named.search(text)
        if match is None or (line.level and _is_known(text, named)):
            continue
        kept = found.setdefault(names[match[1]], [])
        if len(kept) < _KEPT:
            kept.append(text.strip()[:_LENGTH])
    return found


def _is_known(text: str, named: re.Pattern[str]) -> bool:
    return _OPTION.match(text) is not None or _KNOWN.match(named.sub("#", text).strip()) is not None


def _in_table(line: Line, *, table: bool) -> bool:
    """Tell whether a line is of the tables at the end of a run, which are read elsewhere."""
    if line.stamp is not None:
        return False
    return table or line.raw.startswith("***")
