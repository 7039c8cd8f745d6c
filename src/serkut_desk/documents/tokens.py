"""A seal whose private key lies on a token (PKCS#11) and never leaves it.

The library is an extra (`serkut-desk[token]`): it is imported when a token is asked for.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from serkut_desk.documents.public_keys import fingerprint_of
from serkut_desk.documents.seal_certificate import self_signed
from serkut_desk.documents.statements import der_of
from serkut_desk.domain.errors import Misused, Refused, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_CURVE: Final = "secp256r1"
_POINT_HEADER: Final = 2  # tag and length of the OCTET STRING around an uncompressed point
_POINT: Final = 65
_PROBE: Final = b"serkut-desk token\n"


@dataclass(frozen=True, slots=True)
class TokenPlace:
    """Where a key lies.

    Args:
        module: Path of the maker's PKCS#11 library.
        token: The token's label.
        key_label: The key's label on it.
        key_id: The key's id on it in hex; "" where it is found by its label alone.
    """

    module: str
    token: str
    key_label: str
    key_id: str = ""


class TokenSeal:
    """An unlocked seal on a token.

    A token knows one login of a program: another unlocking ends the session of this one. So it
    keeps the PIN in memory, as a key from a file is kept, and begins a session anew where its own
    has ended.

    Args:
        place: Where the key lies.
        certificate: In DER.
        pin: The token's.
    """

    def __init__(self, place: TokenPlace, certificate: bytes, pin: str) -> None:
        self.place = place
        self.certificate = certificate
        self._pin = pin
        self._session: Any = None
        self._key: Any = None

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the public key, `4A:91:...`."""
        return fingerprint_of(_public_of(self.certificate))

    def sign(self, data: bytes) -> bytes:
        """Return the signature of `data` in DER.

        Raises:
            Unavailable: `token_missing` or `token_gone` when it was taken out.
            Refused: `token_key_missing`; `token_pin` when the PIN was changed meanwhile.
        """
        digest = hashlib.sha256(data).digest()
        try:
            return self._sign(digest)
        except Unavailable:
            self._key = None
            return self._sign(digest)

    def close(self) -> None:
        """End the session and forget the PIN."""
        session, self._session, self._key, self._pin = self._session, None, None, ""
        # A session that has ended by itself needs no ending.
        with suppress(Unavailable), _failures(self.place):
            if session is not None:
                session.close()

    def _sign(self, digest: bytes) -> bytes:
        import pkcs11  # noqa: PLC0415 - an extra

        if self._key is None:
            self._session = _open(self.place, self._pin)
            self._key = _private(self._session, self.place)
        with _failures(self.place):
            return der_of(bytes(self._key.sign(digest, mechanism=pkcs11.Mechanism.ECDSA)))


def make_on_token(place: TokenPlace, pin: str, workshop: str, *, at: datetime) -> TokenSeal:
    """Make a key pair on a token, which keeps the private half for itself.

    Raises:
        Unavailable: `token_library`, `token_module`, `token_missing`, `token_gone`.
        Refused: `token_pin`, `token_locked`, `token_key_exists`.
    """
    import pkcs11  # noqa: PLC0415 - an extra
    from pkcs11.util.ec import encode_named_curve_parameters  # noqa: PLC0415 - an extra

    session = _open(place, pin, writing=True)
    with _failures(place):
        wanted = {pkcs11.Attribute.LABEL: place.key_label}
        if next(iter(session.get_objects(wanted)), None) is not None:
            session.close()
            raise Refused("token_key_exists", label=place.key_label, token=place.token)
        parameters = session.create_domain_parameters(
            pkcs11.KeyType.EC,
            {pkcs11.Attribute.EC_PARAMS: encode_named_curve_parameters(_CURVE)},
            local=True,
        )
        public, _ = parameters.generate_keypair(
            store=True,
            label=place.key_label,
            id=bytes.fromhex(place.key_id) or None,
            private_template={
                pkcs11.Attribute.SENSITIVE: True,
                pkcs11.Attribute.EXTRACTABLE: False,
            },
        )
        point = bytes(public[pkcs11.Attribute.EC_POINT])[_POINT_HEADER:]
        session.close()
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point[:_POINT])
    seal = TokenSeal(place, b"", pin)
    seal.certificate = _der(self_signed(key, workshop, at=at, sign=seal.sign))
    return seal


def open_on_token(place: TokenPlace, pin: str, certificate_pem: bytes) -> TokenSeal:
    """Return the usable seal; the PIN is the token's own.

    Raises:
        Unavailable: `token_library`, `token_module`, `token_missing`, `token_gone`.
        Refused: `token_pin`, `token_locked`, `token_key_missing`, `key_files_differ` when the
            token holds another key under this name.
    """
    seal = TokenSeal(place, _der(certificate_pem), pin)
    _prove(seal)
    return seal


def _private(session: Any, place: TokenPlace) -> Any:
    import pkcs11  # noqa: PLC0415 - an extra

    wanted: dict[Any, Any] = {
        pkcs11.Attribute.CLASS: pkcs11.ObjectClass.PRIVATE_KEY,
        pkcs11.Attribute.LABEL: place.key_label,
    }
    if place.key_id:
        wanted[pkcs11.Attribute.ID] = bytes.fromhex(place.key_id)
    with _failures(place):
        found = next(iter(session.get_objects(wanted)), None)
        if found is None:
            session.close()
    if found is None:
        raise Refused("token_key_missing", label=place.key_label, token=place.token)
    return found


def _prove(seal: TokenSeal) -> None:
    """Ask for one signature: it tells whether this is the key of the certificate."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - used here only
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - used here only

    try:
        signature = seal.sign(_PROBE)
        _public_of(seal.certificate).verify(signature, _PROBE, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature as error:
        seal.close()
        raise Refused("key_files_differ") from error


def _open(place: TokenPlace, pin: str, *, writing: bool = False) -> Any:
    try:
        import pkcs11  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise Unavailable("token_library") from error
    if not pin:
        # Nobody typed one, or it was forgotten: a token counts wrong ones, and locks itself.
        raise Refused("token_pin", token=place.token)
    try:
        library = pkcs11.lib(place.module)
    except (RuntimeError, pkcs11.PKCS11Error) as error:
        raise Unavailable("token_module", module=place.module) from error
    with _failures(place):
        # What was plugged in since is seen only by asking anew; whoever was logged in is not.
        library.reinitialize()
        token = library.get_token(token_label=place.token)
        return token.open(user_pin=pin, rw=writing)


@contextmanager
def _failures(place: TokenPlace) -> Iterator[None]:
    """Say what a token's own failures mean."""
    from pkcs11 import exceptions as wrong  # noqa: PLC0415 - an extra

    try:
        yield
    except (wrong.PinIncorrect, wrong.PinInvalid, wrong.PinLenRange) as error:
        raise Refused("token_pin", token=place.token) from error
    except wrong.PinLocked as error:
        raise Refused("token_locked", token=place.token) from error
    except (wrong.NoSuchToken, wrong.MultipleTokensReturned) as error:
        raise Unavailable("token_missing", token=place.token) from error
    except wrong.PKCS11Error as error:
        raise Unavailable("token_gone", token=place.token) from error


def _der(pem: bytes) -> bytes:
    try:
        certificate = x509.load_pem_x509_certificate(pem)
    except ValueError as error:
        raise Misused("key_file_unreadable") from error
    return certificate.public_bytes(serialization.Encoding.DER)


def _public_of(certificate: bytes) -> ec.EllipticCurvePublicKey:
    key = x509.load_der_x509_certificate(certificate).public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey), "our certificates hold no other kind"
    return key
