"""What speaks for and against a drive being a medium; the best first, nothing guessed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from serkut_desk.domain.candidates import Compared, Described, Sign, compare

DAY = datetime(2026, 11, 23, tzinfo=UTC)
DRIVE = Described(
    serial="WX61AA81XXQA", model="WDC WD5000LPLX-6", capacity=500_107_862_016, computer="SD1"
)


@pytest.mark.parametrize(
    ("serial", "same"),
    [
        ("WX61AA81XXQA", True),
        ("wx61 aa81-xxqa", True),
        ("WD-WX61AA81XXQA", True),
        ("WX61AA81XXQAWX61AA81XXQA", True),
        ("WX61AA81XX", True),
        ("WX61", False),
        ("Z1D4K9PM", False),
    ],
)
def test_a_serial_written_otherwise_is_a_sign_and_another_speaks_against(
    serial: str,
    same: bool,  # noqa: FBT001 - a table
) -> None:
    found = compare(DRIVE, Described(serial=serial))
    assert found == (Compared((Sign.SERIAL,), ()) if same else Compared((), (Sign.SERIAL,)))


def test_what_is_not_known_of_both_says_nothing() -> None:
    assert compare(DRIVE, Described()) == Compared((), ())
    assert compare(Described(), Described(serial="A", capacity=1, since=DAY)) == Compared((), ())


def test_size_model_computer_and_time() -> None:
    drive = Described(model="SAMSUNG MZ7LN256", capacity=256_060_514_304, computer="SD1", since=DAY)
    same = Described(
        model="SAMSUNG MZ7LN256HAJQ-000L1", capacity=256_000_000_000, computer="SD1", since=DAY
    )
    every = (Sign.COMPUTER, Sign.CAPACITY, Sign.MODEL, Sign.TIME)
    assert compare(drive, same) == Compared(every, ())
    late = DAY.replace(year=2027)
    other = Described(model="TOSHIBA MQ01", capacity=512_000_000_000, computer="SD2", since=late)
    assert compare(drive, other) == Compared((), every)


def test_the_serial_weighs_more_than_all_the_rest_together() -> None:
    by_serial = Compared((Sign.SERIAL,), (Sign.COMPUTER, Sign.CAPACITY, Sign.MODEL, Sign.TIME))
    by_rest = Compared((Sign.COMPUTER, Sign.CAPACITY, Sign.MODEL, Sign.TIME), (Sign.SERIAL,))
    assert by_serial.weight > 0 > by_rest.weight
