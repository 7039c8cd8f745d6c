"""The seal while it is unlocked: in the memory of this process and nowhere else."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.certificates import key_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.documents.sealing import Seal
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk


def unlock(desk: Desk, session: Session | None, passphrase: str) -> Seal:
    """Return the workshop's seal, usable; a supervisor does it.

    Args:
        desk: The desk.
        session: Who asks.
        passphrase: Of the key's file; of a key on a token the token's PIN.

    Raises:
        Refused: As `authorise`; `key_none` when there is no key, `wrong_passphrase`, or as
            `open_on_token`.
        Unavailable: `key_file_missing`, or as `open_on_token`.
    """
    from serkut_desk.documents import keys, tokens  # noqa: PLC0415 - few need cryptography

    with desk.reading(session, Permission.KEYS) as work:
        seal = work.seals.in_use()
        token = None if seal is None else work.trust.token_of(seal.fingerprint)
    if seal is None:
        raise Refused("key_none")
    certificate = seal.certificate_pem.encode()
    if token is not None:
        place = tokens.TokenPlace(token.module, token.token, token.key_label, token.key_id)
        return tokens.open_on_token(place, passphrase, certificate)
    private = key_files.read_private(desk.folder, seal.fingerprint)
    return keys.unlock(keys.KeyFiles(private, certificate), passphrase)


class Keyring:
    """Holds the unlocked seal for a session; a screen locks it when the desk locks."""

    def __init__(self) -> None:
        self._seal: Seal | None = None
        self._locked = 0
        self._hand = Lock()

    @property
    def seal(self) -> Seal | None:
        """The unlocked seal, None while it is locked."""
        return self._seal

    def opening(self, passphrase: str) -> Callable[[Desk, Session | None], Seal]:
        """Return what unlocks the seal and keeps it, for carrying out beside the window.

        It raises as `unlock`, and refuses with `desk_locked` when the ring was locked since: who
        asked may have left while the passphrase was stretched.
        """
        locked = self._locked

        def opened(desk: Desk, session: Session | None) -> Seal:
            seal = unlock(desk, session, passphrase)
            with self._hand:
                if locked != self._locked:
                    raise Refused("desk_locked")
                self._seal = seal
            return seal

        return opened

    def lock(self) -> None:
        """Forget the seal, and one that is being unlocked."""
        with self._hand:
            self._locked += 1
            self._seal = None
