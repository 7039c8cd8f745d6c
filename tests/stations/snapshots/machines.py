"""Files in which invented machines tell of themselves, in the form that workbench-script writes."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

GIB = 2**30


@dataclass(frozen=True)
class Drive:
    """A drive as smartctl sees it."""

    serial: str = "S3PTNX0K100017"
    model: str = "SAMSUNG MZVLB256"
    rotation: int = 0
    size: int = 256_060_514_304
    path: str = "/dev/sda"

    def told(self) -> dict[str, Any]:
        return {
            "smartctl": {"version": [7, 3], "exit_status": 0},
            "device": {"name": self.path, "info_name": self.path, "type": "sat", "protocol": "ATA"},
            "model_name": self.model,
            "serial_number": self.serial,
            "user_capacity": {"bytes": self.size},
            "rotation_rate": self.rotation,
            "smart_status": {"passed": True},
            "power_on_time": {"hours": 4211},
            "ata_security": {"state": 1, "enabled": False, "frozen": True},
        }


@dataclass(frozen=True)
class Machine:
    """A laptop that tells of itself."""

    maker: str = "LENOVO"
    model: str = "ThinkPad T480"
    serial: str = "PF1ABC23"
    board: str = "L1HF91B00PT"
    uuid: str = "4c4c4544-0051-3610-8056-b5c04f565931"
    drives: tuple[Drive, ...] = (Drive(),)
    battery: str = "37.4/45.0 Wh (83.1%)"
    cycles: int = 412
    at: str = "2026-11-20 09:14:02.000000"
    more: dict[str, Any] = field(default_factory=dict)

    def data(self) -> bytes:
        """Return the file."""
        return json.dumps(
            {
                "timestamp": self.at,
                "type": "Snapshot",
                "uuid": "aa3a1b46-29b9-4f7a-8f4e-0d0b4d5a9a01",
                "software": "workbench-script",
                "version": "0.0.1",
                "data": {
                    "smartctl": json.dumps([one.told() for one in self.drives]),
                    "dmidecode": self._dmidecode(),
                    "inxi": json.dumps(self._inxi()),
                },
                "erase": [],
                **self.more,
            }
        ).encode()

    def _dmidecode(self) -> str:
        return f"""# dmidecode 3.4
Getting SMBIOS data from sysfs.
SMBIOS 3.0.0 present.

Handle 0x0001, DMI type 1, 27 bytes
System Information
\tManufacturer: {self.maker}
\tProduct Name: {self.model}
\tVersion: {self.model}
\tSerial Number: {self.serial}
\tUUID: {self.uuid}
\tSKU Number: LENOVO_MT_20L6_BU_Think_FM_ThinkPad T480

Handle 0x0002, DMI type 2, 15 bytes
Base Board Information
\tManufacturer: {self.maker}
\tProduct Name: 20L6S0AB00
\tSerial Number: {self.board}

Handle 0x0003, DMI type 3, 22 bytes
Chassis Information
\tType: Notebook
\tSerial Number: {self.serial}

Handle 0x0007, DMI type 17, 40 bytes
Memory Device
\tSize: 8 GB
\tForm Factor: SODIMM
\tType: DDR4
\tSpeed: 2400 MT/s
"""

    def _inxi(self) -> list[dict[str, Any]]:
        size = self.drives[0].size / GIB if self.drives else 0
        return [
            {
                "000#1#0#Machine": [
                    {"000#1#0#Type": "Laptop", "001#0#0#System": self.maker},
                    {"002#0#0#product": self.model, "003#0#0#serial": self.serial},
                ]
            },
            {
                "001#1#0#Battery": [
                    {
                        "000#1#1#ID": "BAT0",
                        "001#0#0#condition": self.battery,
                        "002#0#0#cycles": str(self.cycles),
                        "003#0#0#model": "LGC 01AV489",
                        "004#0#0#serial": "1203",
                    }
                ]
            },
            {
                "003#1#0#CPU": [
                    {"000#1#0#Info": "quad core", "001#0#0#model": "Intel Core i5-8250U"},
                ]
            },
            {
                "009#1#0#Drives": [
                    {"000#1#0#Local Storage": "", "001#0#0#total": f"{size:.2f} GiB"},
                    *(
                        {
                            "002#1#0#ID": one.path,
                            "003#0#0#model": one.model,
                            "004#0#0#serial": one.serial,
                            "005#0#0#size": f"{one.size / GIB:.2f} GiB",
                            "006#0#0#type": "SSD",
                        }
                        for one in self.drives
                    ),
                ]
            },
        ]
