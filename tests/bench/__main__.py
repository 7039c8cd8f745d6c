"""`python -m bench [--json]`: measures everything and prints a table."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench import (
    approving,
    certificates,
    handover,
    importing,
    intake,
    journal,
    latency,
    opening,
    receiving,
    searching,
    workbench,
)
from draws import draw_nobody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.figure import Figure

_HEAD = ("what", "program", "bare", "ratio", "goal", "met")
_NOTE = (
    "Medians in milliseconds; the ratio is the median of the rounds' own ratios. Both sides run in"
    " turn in one run and do the same durable work, so a busy machine slows both."
)


def figures(folder: Path) -> Iterator[Figure]:
    """Measure one thing after the other."""
    yield receiving.measure(folder)
    yield from intake.measure(folder)
    yield from opening.measure(folder)
    yield from certificates.measure(folder)
    yield importing.measure(folder / "importing")
    yield approving.measure(folder / "approving")
    yield from handover.measure(folder)
    yield from workbench.measure(folder)
    yield journal.measure(folder)
    yield from searching.measure(folder)
    yield from latency.measure(folder)


def row(figure: Figure) -> tuple[str, ...]:
    """Return the columns of a figure."""
    return (
        figure.name,
        f"{figure.ours:.1f}",
        "" if figure.bare is None else f"{figure.bare:.1f}",
        "" if figure.ratio is None else f"{figure.ratio:.2f}",
        "" if figure.goal is None else f"{figure.goal:.1f}",
        {True: "yes", False: "no", None: ""}[figure.met],
    )


def table(found: list[Figure]) -> Iterator[str]:
    """Yield the lines of the table and what limits each figure."""
    rows = [_HEAD, *map(row, found)]
    widths = [max(len(one[column]) for one in rows) for column in range(len(_HEAD))]
    for one in rows:
        first, *rest = zip(one, widths, strict=True)
        cells = [first[0].ljust(first[1]), *(text.rjust(width) for text, width in rest)]
        yield "  ".join(cells).rstrip()
    yield ""
    yield _NOTE
    yield "What limits:"
    for figure in found:
        if figure.limit:
            yield f"- {figure.name.strip()}: {figure.limit}."


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    # A device that waits for its second look goes nowhere: which one is chance.
    draw_nobody()
    with tempfile.TemporaryDirectory() as folder:
        found = list(figures(Path(folder)))
    if args.json:
        lines = [json.dumps([figure.as_dict() for figure in found], indent=2)]
    else:
        lines = list(table(found))
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
