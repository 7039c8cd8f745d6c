"""A private key under a passphrase: PKCS#8 with PBES2, as `openssl pkey` reads it.

The library's own "best available" encryption stretches the passphrase by 2048 rounds only, so
the container is put together here with the rounds that OWASP asks of PBKDF2-HMAC-SHA256.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from typing import Final

from asn1crypto import algos, keys
from asn1crypto import pem as armour
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import padding, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from serkut_desk.domain.errors import Misused, Refused

SHORTEST_PASSPHRASE: Final = 16
FEWEST_WORDS: Final = 5
ROUNDS: Final = 600_000
_BLOCK: Final = 16


def encrypt_key(key: ec.EllipticCurvePrivateKey, passphrase: str, *, rounds: int = ROUNDS) -> bytes:
    """Return `key` as PEM under `passphrase`.

    Raises:
        Refused: `passphrase_too_short`: fewer than 16 characters and fewer than 5 words.
    """
    secret = _plain(passphrase)
    if len(secret.decode()) < SHORTEST_PASSPHRASE and len(secret.split()) < FEWEST_WORDS:
        raise Refused("passphrase_too_short", characters=SHORTEST_PASSPHRASE, words=FEWEST_WORDS)
    salt, start = os.urandom(_BLOCK), os.urandom(_BLOCK)
    stretched = hashlib.pbkdf2_hmac("sha256", secret, salt, rounds)
    padder = padding.PKCS7(_BLOCK * 8).padder()
    plain = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    encryptor = Cipher(algorithms.AES256(stretched), modes.CBC(start)).encryptor()
    sealed = encryptor.update(padder.update(plain) + padder.finalize()) + encryptor.finalize()
    info = keys.EncryptedPrivateKeyInfo(
        {"encryption_algorithm": _algorithm(salt, start, rounds), "encrypted_data": sealed}
    )
    pem: bytes = armour.armor("ENCRYPTED PRIVATE KEY", info.dump())
    return pem


def decrypt_key(pem: bytes, passphrase: str) -> ec.EllipticCurvePrivateKey:
    """Return the key in `pem`.

    Raises:
        Refused: `wrong_passphrase`.
        Misused: `key_file_unreadable`: damaged, not encrypted, or no ECDSA P-256 key.
    """
    try:
        label, _, der = armour.unarmor(pem)
        if label != "ENCRYPTED PRIVATE KEY":
            raise Misused("key_file_unreadable")
        # Reads the outer container whole, so that what fails below is the passphrase.
        _ = keys.EncryptedPrivateKeyInfo.load(der, strict=True).native
    except (ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
        # The library raises all of them for damaged containers.
        raise Misused("key_file_unreadable") from error
    try:
        key = serialization.load_der_private_key(der, _plain(passphrase) or b"\0")
    except ValueError as error:
        raise Refused("wrong_passphrase") from error
    except UnsupportedAlgorithm as error:
        raise Misused("key_file_unreadable") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise Misused("key_file_unreadable")
    return key


def _plain(passphrase: str) -> bytes:
    # The same words typed on another keyboard, or copied with a line end, are the same words.
    return " ".join(unicodedata.normalize("NFC", passphrase).split()).encode()


def _algorithm(salt: bytes, start: bytes, rounds: int) -> algos.EncryptionAlgorithm:
    stretching = {
        "algorithm": "pbkdf2",
        "parameters": {
            "salt": algos.Pbkdf2Salt(name="specified", value=salt),
            "iteration_count": rounds,
            "prf": {"algorithm": "sha256"},
        },
    }
    return algos.EncryptionAlgorithm(
        {
            "algorithm": "pbes2",
            "parameters": {
                "key_derivation_func": stretching,
                "encryption_scheme": {"algorithm": "aes256_cbc", "parameters": start},
            },
        }
    )
