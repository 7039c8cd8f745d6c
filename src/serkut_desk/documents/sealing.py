"""What seals a paper, a statement or a list: a key in memory, or one that never leaves a token."""

from __future__ import annotations

from typing import Protocol


class Seal(Protocol):
    """An unlocked seal of the workshop: ECDSA P-256 with its self-signed certificate."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the public key, `4A:91:...`."""

    @property
    def certificate(self) -> bytes:
        """The certificate in DER."""

    def sign(self, data: bytes) -> bytes:
        """Return the signature of `data` (ECDSA with SHA-256) in DER.

        Raises:
            Unavailable: The token that holds the key does not answer; a key in memory never
                raises.
        """
