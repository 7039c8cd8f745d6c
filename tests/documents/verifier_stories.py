"""Lists of revocations and words for keys, good and bad, one after the other."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from documents import papers
from documents.verifier_corpus import LATER, NOW, REVOKED, SUPERSEDED, seal
from serkut_desk.documents import revocations, vouching
from serkut_desk.documents.public_keys import public_pem_of_der
from serkut_desk.documents.revocations import (
    EndedKey,
    EndedPaper,
    Ending,
    KeyEnding,
    RevocationList,
    id_of,
    plain_fingerprint,
)
from serkut_desk.documents.statements import raw_of
from serkut_desk.documents.trust_files import canonical

if TYPE_CHECKING:
    from serkut_desk.documents.sealing import Seal


# Of the group of P-256.
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def revocation_list(by: Seal, **other: Any) -> RevocationList:
    """Return a list with one revoked and one superseded certificate."""
    made = RevocationList(
        workshop="Digipaja",
        number=3,
        at=LATER,
        until=LATER + timedelta(days=40),
        ended=(
            EndedPaper(REVOKED, Ending.REVOKED, NOW),
            EndedPaper(SUPERSEDED, Ending.SUPERSEDED, NOW, papers.NUMBER),
        ),
        key=id_of(by),
    )
    return replace(made, **other)


def list_file(by: Seal, **other: Any) -> bytes:
    """Return its file."""
    return revocations.signed_file(revocation_list(by, **other), by)


def vouches(*pairs: tuple[str, str], at: datetime = NOW) -> bytes:
    """Return a file in which each first key vouches for each second one."""
    said = [
        vouching.vouch(
            seal(old), public_pem_of_der(seal(new).certificate), workshop="Digipaja", at=at
        )
        for old, new in pairs
    ]
    return vouching.vouches_file(said)


def ended_key(name: str, how: KeyEnding, at: datetime) -> EndedKey:
    """Return how a key ended."""
    return EndedKey(plain_fingerprint(seal(name).fingerprint), how, at)


def stories() -> dict[str, list[bytes]]:
    """Return what a verifier is given to learn before it checks, one after the other."""
    ours, next_one, stranger = seal("ours"), seal("next"), seal("stranger")
    good = list_file(ours)
    altered = json.loads(good)
    altered["list"] = altered["list"].replace('"number":3', '"number":4')
    stolen = (ended_key("ours", KeyEnding.STOLEN, LATER),)
    earlier = (ended_key("ours", KeyEnding.STOLEN, LATER - timedelta(hours=1)),)
    retired = (ended_key("ours", KeyEnding.RETIRED, LATER),)
    content = revocations.content_of(revocation_list(ours))
    faults: list[dict[str, Any]] = [
        {"v": 2},
        {"v": True},
        {"number": 0},
        {"number": 1.5},
        {"ended": [[REVOKED, "revoked", "x", ""]]},
        {"ended": [[SUPERSEDED, "superseded", "2026-11-18T12:30:00Z", ""]]},
        {"ended": [[REVOKED, "revoked", "2026-11-18T12:30:00Z", ""]] * 2},
        {"ended": {}},
        {"keys": [["x", "stolen", "2026-11-18T12:30:00Z"]]},
        {"k": "0" * 16},
        {"until": None},
        {"more": 1},
        {"w": 5},
        {"at": "0999-12-18T12:30:00Z"},
    ]
    odd = [{**json.loads(content), **one} for one in faults]
    return {
        "nothing": [],
        "list": [good, good],
        "newer": [good, list_file(ours, number=4, at=LATER + timedelta(days=1))],
        "older": [good, list_file(ours, number=2)],
        "same number": [good, list_file(ours, workshop="Muu")],
        "back in time": [good, list_file(ours, number=4, at=NOW)],
        "lost": [good, list_file(ours, number=4, ended=())],
        "lost a key": [list_file(ours, keys=retired), list_file(ours, number=4)],
        "altered": [json.dumps(altered).encode()],
        "stranger's": [
            list_file(stranger),
            vouches(("stranger", "ours")),
            vouches(("stranger", "next")),
        ],
        "claims our key": [_resigned(revocation_list(ours), ours, stranger)],
        "vouched": [vouches(("ours", "next")), list_file(next_one)],
        "long chain": [vouches(("ours", "third"), ("third", "next"))],
        "unreachable end": [vouches(("ours", "third"), ("stranger", "next"))],
        "broken vouch": [vouches(("ours", "next")).replace(b'"signature": "', b'"signature": "AA')],
        "swapped vouch": [_swapped()],
        "retired": [vouches(("ours", "next")), list_file(next_one, keys=retired)],
        "stolen": [
            vouches(("ours", "next")),
            list_file(next_one, keys=stolen),
            vouches(("ours", "stranger"), at=LATER),
        ],
        "a thief's word with an earlier day": [
            vouches(("ours", "next")),
            list_file(next_one, keys=stolen),
            vouches(("ours", "stranger")),
            vouches(("ours", "next")),
        ],
        "a retired key turns out stolen": [
            vouches(("ours", "next")),
            list_file(next_one, keys=retired),
            list_file(next_one, number=4, keys=stolen),
            list_file(next_one, number=5, keys=retired),
        ],
        "a thief's key says its maker is stolen": [
            vouches(("ours", "next"), at=LATER),
            list_file(next_one, keys=stolen),
        ],
        "stolen earlier than was known": [
            vouches(("ours", "next")),
            list_file(next_one, keys=stolen),
            list_file(next_one, number=4, keys=earlier),
            list_file(next_one, number=5, keys=stolen),
        ],
        "a key says that it is stolen itself": [list_file(ours, keys=stolen)],
        "a list of a stolen key": [
            vouches(("ours", "next")),
            list_file(next_one, keys=stolen),
            list_file(ours, number=9, keys=stolen),
        ],
        "nonsense": [
            b"",
            b"{",
            b"{}",
            b"[]",
            b"null",
            b'{"list":1}',
            b'{"vouches":[1]}',
            b'{"vouches":{}}',
            b"\xff{",
            b'{"vouches":[]}',
            b'{"list":"{}","signature":"","key":""}',
        ],
        "odd lists": [_odd(body, ours) for body in odd],
        "odd files": _odd_files(good, vouches(("ours", "next"))),
        "a word signed twice": [
            vouches(("ours", "next")),
            list_file(next_one, keys=stolen),
            _signed_again(vouches(("ours", "next"))),
        ],
    }


def _odd_files(good: bytes, words: bytes) -> list[bytes]:
    """Return files whose signed content is whole, written as no program of ours writes it."""
    inside = json.loads(words)
    inside["vouches"][0]["more"] = 1
    return [
        good.replace(b"{", b'{"more": 1,', 1),
        good.replace(b"{", b'{"more": NaN,', 1),
        good.replace(b"{", b'{"more": ' + b"[" * 5000 + b"]" * 5000 + b",", 1),
        good.decode().encode("utf-16"),
        good.decode().encode("utf-32"),
        b"\xef\xbb\xbf" + good,
        words.replace(b"{", b'{"key": "",', 1),
        json.dumps(inside).encode(),
    ]


def _signed_again(words: bytes) -> bytes:
    """Return words with the other signature that holds over them: anybody can work it out."""
    document = json.loads(words)
    (said,) = document["vouches"]
    raw = base64.b64decode(said["signature"])
    other = _ORDER - int.from_bytes(raw[32:], "big")
    said["signature"] = base64.b64encode(raw[:32] + other.to_bytes(32, "big")).decode()
    return json.dumps(document).encode()


def _odd(body: dict[str, Any], by: Seal) -> bytes:
    content = canonical(body)
    raw = raw_of(by.sign(revocations.PREFIX + content))
    document = json.loads(list_file(by))
    said = {"list": content.decode(), "signature": base64.b64encode(raw).decode()}
    return json.dumps(document | said).encode()


def _resigned(what: RevocationList, named: Seal, by: Seal) -> bytes:
    document = json.loads(revocations.signed_file(what, named))
    raw = raw_of(by.sign(revocations.PREFIX + document["list"].encode()))
    return json.dumps(document | {"signature": base64.b64encode(raw).decode()}).encode()


def _swapped() -> bytes:
    """Return a vouch of ours whose new key somebody exchanged."""
    document = json.loads(vouches(("ours", "next")))
    other = json.loads(json.loads(vouches(("ours", "stranger")))["vouches"][0]["vouch"])
    body = json.loads(document["vouches"][0]["vouch"]) | {"new": other["new"]}
    document["vouches"][0]["vouch"] = canonical(body).decode()
    return json.dumps(document).encode()


_OTHER = "trust_file_of_another_key"
CODES: dict[str, list[str]] = {
    "older": ["", "trust_list_older"],
    "same number": ["", "trust_list_older"],
    "back in time": ["", "trust_list_older"],
    "lost": ["", "trust_list_lost"],
    "lost a key": ["", "trust_list_lost"],
    "altered": ["trust_file_altered"],
    "stranger's": [_OTHER] * 3,
    "claims our key": ["trust_file_altered"],
    "unreachable end": [_OTHER],
    "broken vouch": ["trust_file_unreadable"],
    "swapped vouch": ["trust_file_altered"],
    "stolen": ["", "", "trust_key_stolen"],
    "a thief's word with an earlier day": ["", "", "trust_key_stolen", ""],
    "a retired key turns out stolen": ["", "", "", "trust_list_lost"],
    "a thief's key says its maker is stolen": ["", _OTHER],
    "stolen earlier than was known": ["", "", "", "trust_list_lost"],
    "a key says that it is stolen itself": [_OTHER],
    "a list of a stolen key": ["", "", _OTHER],
    "nonsense": ["trust_file_unreadable"] * 11,
    "odd lists": ["trust_file_unreadable"] * 14,
    "odd files": ["trust_file_unreadable"] * 8,
}
"""What each story's files are refused with; what is not named is taken."""
