"""`python -m torture --kills 100`: kills the program and prints what was found."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from torture import workshop
from torture.driver import Torture


def main() -> int:
    parser = argparse.ArgumentParser(prog="torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 10_000)
    args = parser.parse_args()
    sys.stdout.write(f"Seed {args.seed}; --seed repeats the plan, not the microsecond.\n")
    with tempfile.TemporaryDirectory() as folder:
        torture = Torture(workshop.make(Path(folder) / "tortured"), args.seed)
        torture.run(args.kills)
    for line in torture.tally.lines():
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
