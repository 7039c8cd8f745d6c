"""Papers, good and bad, that every verifier must answer alike.

An input is a base and what is done to it, so that a browser can build it without being sent
every altered copy: `(base, cut, changes, tail)`.
"""

from __future__ import annotations

import base64
import hashlib
import io
import random
import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from documents import papers
from serkut_desk.documents import seal_container
from serkut_desk.documents.certificate import certificate_pdf
from serkut_desk.documents.key_sheet import KeySheet, key_sheet_pdf
from serkut_desk.documents.keys import SealKey, make_key, unlock
from serkut_desk.documents.signing import sign_pdf
from serkut_desk.domain.codes import CodeKind, make_code

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.documents.sealing import Seal

UTC_NOW = datetime(2026, 12, 20, tzinfo=UTC)
NOW = papers.NOW
LATER = NOW + timedelta(days=30)
REVOKED, SUPERSEDED = make_code(CodeKind.CERTIFICATE, 401), make_code(CodeKind.CERTIFICATE, 402)
PASSPHRASE = "viisi kettua juoksee jäällä"


@dataclass(frozen=True)
class Input:
    """A paper to check: a base, cut after `cut` bytes, with bytes changed, and a tail."""

    base: str
    cut: int | None = None
    changes: tuple[tuple[int, int], ...] = ()
    tail: bytes = b""

    def made(self) -> bytes:
        """Return the bytes."""
        data = bytearray(bases()[self.base])
        for place, value in self.changes:
            data[place] = value
        return bytes(data[: self.cut]) + self.tail

    def told(self) -> list[Any]:
        """Return it for the browser."""
        return [self.base, self.cut, self.changes, base64.b64encode(self.tail).decode()]


@cache
def seal(name: str) -> SealKey:  # noqa: ARG001 - each name has its own
    """Return a key of its own for each name."""
    return unlock(make_key("Digipaja", PASSPHRASE, at=NOW, rounds=1), PASSPHRASE)


def paper(number: str, by: Seal, at: datetime = NOW) -> bytes:
    """Return a sealed certificate."""
    page = replace(papers.certificate(papers.overwritten()), number=number, evidence=())
    return sign_pdf(certificate_pdf(page), by, reason=number, at=at)


@cache
def bases() -> dict[str, bytes]:
    """Return whole papers by name."""
    ours, next_one, stranger = seal("ours"), seal("next"), seal("stranger")
    good = paper(papers.NUMBER, ours)
    sheet = key_sheet_pdf(
        KeySheet(workshop="Digipaja", fingerprint=ours.fingerprint, since=date(2026, 11, 1))
    )
    unsealed = certificate_pdf(papers.certificate(papers.overwritten()))
    return {
        "good": good,
        "revoked": paper(REVOKED, ours),
        "superseded": paper(SUPERSEDED, ours),
        "next": paper(papers.NUMBER, next_one),
        "late": paper(papers.NUMBER, ours, LATER + timedelta(days=1)),
        "stranger": paper(papers.NUMBER, stranger),
        "sheet": sign_pdf(sheet, ours, reason="x", at=NOW),
        "hostile": _hostile(ours),
        "unsealed": unsealed,
        "updated": _updated(good),
        "other_curve": _transplanted(good, _other_curve),
        "twice": good + good[good.rindex(b"/ByteRange") - 200 :],
        "transplanted": _transplanted(good, lambda _: _container(paper(REVOKED, ours))),
        "nothing": b"",
        "text": b"Hyv\xe4\xe4 p\xe4iv\xe4\xe4",
        "head": b"%PDF-1.7\n",
    }


def _hostile(by: Seal) -> bytes:
    """Return a certificate whose attached report pretends to be another one's properties."""
    lie = f"\n21 0 obj\n<<\n/Subject ({REVOKED})\n>>\nendobj\nxref\n0 1\n"
    lie += "trailer\n<<\n/Info 1 0 R\n>>\n"
    page = papers.certificate(papers.overwritten())
    return sign_pdf(
        certificate_pdf(
            replace(
                page,
                workshop=f"Paja) /Subject ({REVOKED}) (",
                evidence=tuple(replace(one, content=lie.encode()) for one in page.evidence),
            )
        ),
        by,
        reason=f"a) /M (D:19990101000000Z) {REVOKED}",
        at=NOW,
    )


def _updated(data: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    output = io.BytesIO()
    writer.update_root()  # type: ignore[no-untyped-call] # the library leaves it untyped
    writer.write(output)  # type: ignore[no-untyped-call] # the library leaves it untyped
    return output.getvalue()


_GAP = re.compile(rb"<[0-9a-f]{1000,}>")


def _container(data: bytes) -> bytes:
    return bytes.fromhex(_GAP.findall(data)[0][1:-1].decode())


def _transplanted(data: bytes, make: Callable[[bytes], bytes]) -> bytes:
    """Return a paper with another container over the same bytes."""
    found = _GAP.search(data)
    assert found is not None
    digest = hashlib.sha256(data[: found.start()] + data[found.end() :]).digest()
    room = found.end() - found.start() - 2
    text = make(digest).hex().encode()[:room].ljust(room, b"0")
    return data[: found.start() + 1] + text + data[found.end() - 1 :]


def _other_curve(digest: bytes) -> bytes:
    key = ec.generate_private_key(ec.SECP384R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "x")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(NOW)
        .not_valid_after(LATER)
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.DER)
    )
    return seal_container.build(
        certificate, digest, lambda data: key.sign(data, ec.ECDSA(hashes.SHA256()))
    )


def inputs() -> list[Input]:
    """Return every paper to check."""
    good = bases()["good"]
    chance = random.Random(6)  # noqa: S311 - a seeded choice of bytes
    found = [Input(name) for name in bases()]
    found += [Input("good", cut=length) for length in (1, 4, 5, 999, len(good) - 1)]
    found += [Input("good", cut=chance.randrange(len(good))) for _ in range(8)]
    found += [Input("good", tail=tail) for tail in (b"\n", b"\0", b"%%EOF\n", good)]
    gap = _GAP.search(good)
    place = good.rindex(b"/ByteRange")
    assert gap is not None
    near = (gap.start(), gap.start() + 1, gap.start() + 5, gap.end() - 2, gap.end() - 1, place + 12)
    places = [*near, *(chance.randrange(len(good)) for _ in range(40))]
    places += [chance.randrange(gap.start(), gap.start() + 1700) for _ in range(40)]
    found += [Input("good", changes=((at, good[at] ^ 1),)) for at in places]
    found += [Input("good", changes=((at, good[at] ^ 0x20),)) for at in places]
    return [*found, *_range_tricks(good, place)]


def _range_tricks(good: bytes, place: int) -> list[Input]:
    """Return papers whose ByteRange says something else than it should."""
    end = good.index(b"]", place) + 1
    found = re.fullmatch(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]", good[place:end])
    assert found is not None
    start, first, second, rest = (int(figure) for figure in found.groups())
    room = good.index(b"/Type", place) - place
    written = [
        (1, first - 1, second, rest),
        (start, first - 1, second, rest),
        (start, first, second - 1, rest + 1),
        (start, second, first, len(good) - first),
        (start, first, second, rest - 1),
        (start, first, first, len(good) - first),
        (start, 0, second, rest),
    ]
    lines = [b"/ByteRange [%d %d %d %d]" % one for one in written]
    lines += [
        b"/ByteRange\n[\t%d %d\r\n%d %d ]" % (start, first, second, rest),
        b"/ByteRange [%d %d %d %d 0]" % (start, first, second, rest),
        b"/ByteRange [-0 %d %d %d]" % (first, second, rest),
        b"/ByteRange []",
    ]
    return [
        Input(
            "good",
            changes=tuple((place + at, byte) for at, byte in enumerate(line.ljust(room, b" "))),
        )
        for line in lines
    ]
