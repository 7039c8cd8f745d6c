"""Every handler of the snapshots, for the desk."""

from serkut_desk.stations.snapshots.applying import apply_snapshot
from serkut_desk.stations.snapshots.importing import import_snapshots
from serkut_desk.stations.snapshots.matching import match_snapshot, set_aside_snapshot

__all__ = ["apply_snapshot", "import_snapshots", "match_snapshot", "set_aside_snapshot"]
