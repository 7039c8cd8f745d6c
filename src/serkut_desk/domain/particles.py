"""Classes of pieces after shredding: ISO/IEC 21964, which took over DIN 66399.

`H` is for disks with magnetic platters, `E` for flash memory; a higher number is finer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.media import MediumKind

if TYPE_CHECKING:
    from collections.abc import Mapping

MAGNETIC = frozenset({MediumKind.HDD, MediumKind.SAS_HDD})


@dataclass(frozen=True, slots=True)
class ParticleClass:
    """One class.

    Args:
        name: As `H-4`.
        most_mm2: The largest area of a piece in square millimetres; None where a class asks only
            that the medium is inoperable, damaged or deformed, or where no figure is known.
        source: Where the figure is from, and that nobody here has read the standard itself.
    """

    name: str
    most_mm2: float | None
    source: str


def particle_classes(document: Mapping[str, Any]) -> dict[str, ParticleClass]:
    """Return the classes of a parsed `policy/<date>_particles.json`, by name.

    Raises:
        ValueError: A figure is none, or grows where the class gets finer.
    """
    found: dict[str, ParticleClass] = {}
    for letter, rows in document["classes"].items():
        before: float | None = None
        for number, area in rows.items():
            name = f"{letter}-{number}"
            if area is not None and (area <= 0 or (before is not None and area >= before)):
                message = f"{name}: {area!r} is no area"
                raise ValueError(message)
            before = area if area is not None else before
            found[name] = ParticleClass(name, area, document["source"])
    return found
