"""Every handler of the wiping station, for the desk."""

from serkut_desk.stations.wiping.approving import approve, withdraw_approval
from serkut_desk.stations.wiping.confirming import confirm_kind, confirm_serial
from serkut_desk.stations.wiping.destroying import destroy_media
from serkut_desk.stations.wiping.importing import import_reports, read_again
from serkut_desk.stations.wiping.media import (
    accept_proposed,
    declare_medium,
    reject_proposed,
    state_none,
    withdraw_medium,
)
from serkut_desk.stations.wiping.moving import (
    fit_medium,
    place_medium,
    remove_medium,
    stock_medium,
    use_medium,
)
from serkut_desk.stations.wiping.next_steps import decide_next_step
from serkut_desk.stations.wiping.phones import record_phone
from serkut_desk.stations.wiping.recording import record_run
from serkut_desk.stations.wiping.settling import assign_run, name_performer, set_aside_run

__all__ = [
    "accept_proposed",
    "approve",
    "assign_run",
    "confirm_kind",
    "confirm_serial",
    "decide_next_step",
    "declare_medium",
    "destroy_media",
    "fit_medium",
    "import_reports",
    "name_performer",
    "place_medium",
    "read_again",
    "record_phone",
    "record_run",
    "reject_proposed",
    "remove_medium",
    "set_aside_run",
    "state_none",
    "stock_medium",
    "use_medium",
    "withdraw_approval",
    "withdraw_medium",
]
