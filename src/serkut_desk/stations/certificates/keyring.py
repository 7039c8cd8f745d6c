"""The seal while it is unlocked: in the memory of this process and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.certificates import key_files

if TYPE_CHECKING:
    from serkut_desk.documents.keys import SealKey
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk


def unlock(desk: Desk, session: Session | None, passphrase: str) -> SealKey:
    """Return the workshop's seal, usable; a supervisor does it.

    Raises:
        Refused: As `authorise`; `key_none` when there is no key, `wrong_passphrase`.
        Unavailable: `key_file_missing`.
    """
    from serkut_desk.documents import keys  # noqa: PLC0415 - most commands need no cryptography

    with desk.reading(session, Permission.KEYS) as work:
        seal = work.seals.in_use()
    if seal is None:
        raise Refused("key_none")
    private = key_files.read_private(desk.folder, seal.fingerprint)
    return keys.unlock(keys.KeyFiles(private, seal.certificate_pem.encode()), passphrase)


class Keyring:
    """Holds the unlocked seal for a session; a screen locks it when the desk locks."""

    def __init__(self) -> None:
        self._seal: SealKey | None = None

    @property
    def seal(self) -> SealKey | None:
        """The unlocked seal, None while it is locked."""
        return self._seal

    def open(self, desk: Desk, session: Session | None, passphrase: str) -> SealKey:
        """Unlock the seal and keep it.

        Raises:
            KnownFailure: As `unlock`.
        """
        self._seal = unlock(desk, session, passphrase)
        return self._seal

    def lock(self) -> None:
        """Forget the seal."""
        self._seal = None
