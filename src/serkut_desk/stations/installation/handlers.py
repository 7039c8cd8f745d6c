"""Installation: an operating system on a proven device. What it does stands in its modules."""

from __future__ import annotations

from serkut_desk.stations.installation.bench import (
    bench_add,
    bench_answer,
    bench_choose,
    bench_remove,
    bench_rest_well,
)
from serkut_desk.stations.installation.images import add_image, prefer_image, retire_image
from serkut_desk.stations.installation.importing import import_installations
from serkut_desk.stations.installation.recording import end_installation, record_installation

__all__ = [
    "add_image",
    "bench_add",
    "bench_answer",
    "bench_choose",
    "bench_remove",
    "bench_rest_well",
    "end_installation",
    "import_installations",
    "prefer_image",
    "record_installation",
    "retire_image",
]
