"""One transaction: record changes and their journal entry together, or nothing."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from serkut_desk.domain.errors import Unavailable
from serkut_desk.records.advices import Advices
from serkut_desk.records.approvals import Approvals
from serkut_desk.records.cages import Cages
from serkut_desk.records.catalogue import Catalogue
from serkut_desk.records.certificates import Certificates
from serkut_desk.records.containers import Containers
from serkut_desk.records.destructions import Destructions
from serkut_desk.records.devices import Devices, Places
from serkut_desk.records.dismantlings import Dismantlings
from serkut_desk.records.engine import guards
from serkut_desk.records.evidence import Evidence
from serkut_desk.records.failures import known
from serkut_desk.records.feedback import FeedbackNotes
from serkut_desk.records.handovers import Handovers
from serkut_desk.records.home import Home
from serkut_desk.records.house import House
from serkut_desk.records.import_batches import ImportBatches
from serkut_desk.records.incidents import Incidents
from serkut_desk.records.inspections import Inspections
from serkut_desk.records.installations import Installations
from serkut_desk.records.journal import PROGRAM, Journal
from serkut_desk.records.labels import Labels
from serkut_desk.records.looks import Looks
from serkut_desk.records.lookups import Lookups
from serkut_desk.records.lot_certificates import LotCertificates
from serkut_desk.records.lots import Lots
from serkut_desk.records.media import Media
from serkut_desk.records.medium_certificates import MediumCertificates
from serkut_desk.records.mixups import Mixups
from serkut_desk.records.next_steps import NextSteps
from serkut_desk.records.overview import Overview
from serkut_desk.records.papers import Papers
from serkut_desk.records.people import People
from serkut_desk.records.photos import Photos
from serkut_desk.records.policies import Policies
from serkut_desk.records.prospects import Prospects
from serkut_desk.records.quarantines import Quarantines
from serkut_desk.records.report_pairs import ReportPairs
from serkut_desk.records.returns import Returns
from serkut_desk.records.runs import Runs
from serkut_desk.records.seals import Seals
from serkut_desk.records.snapshots import Snapshots
from serkut_desk.records.spare_parts import SpareParts
from serkut_desk.records.statements import Statements
from serkut_desk.records.stocktakes import Stocktakes
from serkut_desk.records.stops import Stops
from serkut_desk.records.supplier_mappings import SupplierMappings
from serkut_desk.records.things import Things
from serkut_desk.records.trust import Trust
from serkut_desk.records.wipe_queue import WipeQueue
from serkut_desk.records.work_orders import WorkOrders

if TYPE_CHECKING:
    from types import TracebackType

    from sqlalchemy import Connection, Engine

    from serkut_desk.domain.clock import Clock


class UnitOfWork:
    """A transaction on the records; rolled back unless `commit` was called.

    Args:
        engine: The database.
        clock: Time for the journal.
        actor: Code of the person who acts.
        workstation: Name of this workstation.
        writing: Begin IMMEDIATE, so that nobody else can write between our reading and writing.
    """

    def __init__(
        self,
        engine: Engine,
        clock: Clock,
        *,
        actor: str = PROGRAM,
        workstation: str = "1",
        writing: bool = True,
    ) -> None:
        self._engine = engine
        self._clock = clock
        self._workstation = workstation
        self.actor = actor
        self.writing = writing
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        """Begin."""
        with known():
            # Of the connection: every statement of an engine with own options takes longer.
            begin = "IMMEDIATE" if self.writing else "DEFERRED"
            self._connection = self._engine.connect().execution_options(
                sqlite_begin=begin, sqlite_query_only=not self.writing
            )
            self._connection.begin()
            if self.writing:
                self._require_guards()
        return self

    def _require_guards(self) -> None:
        """Refuse to write into a journal that could be changed."""
        missing = guards.missing(self.connection)
        if missing:
            self.connection.close()
            raise Unavailable("journal_unguarded", triggers=", ".join(missing))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Roll back what was not committed, and tell the environment's failures from bugs."""
        with known(error):
            self.connection.close()

    def commit(self) -> None:
        """Make everything since the beginning last."""
        with known():
            self.connection.commit()

    @property
    def connection(self) -> Connection:
        """The connection, inside its transaction."""
        if self._connection is None:
            message = "a unit of work is used outside its with statement"
            raise RuntimeError(message)
        return self._connection

    @cached_property
    def journal(self) -> Journal:
        """The audit trail."""
        journal = Journal(self.connection, self._clock, self.actor, self._workstation)
        journal.besides = self.untold
        return journal

    def untold(self) -> dict[str, object]:
        """Return what of the evidence no entry has told yet, for the next one; once."""
        told: dict[str, object] = {}
        # What nobody asked for in this transaction changed nothing.
        if "media" in self.__dict__ and self.media.loosened:
            for run in self.media.loosened:
                self.runs.changed(run)
            self.media.loosened.clear()
        if "devices" in self.__dict__ and (devices := self.devices.tell()):
            told["device_state"] = devices
        if "media" in self.__dict__ and (media := self.media.tell()):
            told["medium_state"] = media
        if "runs" in self.__dict__ and (runs := self.runs.tell()):
            told["run_state"] = runs
        if "evidence" in self.__dict__:
            told |= self.evidence.tell()
        return told

    @cached_property
    def house(self) -> House:
        """Settings and running numbers."""
        return House(self.connection)

    @cached_property
    def people(self) -> People:
        """People."""
        return People(self.connection)

    @cached_property
    def lots(self) -> Lots:
        """Lots, lines, organisations."""
        return Lots(self.connection)

    @cached_property
    def cages(self) -> Cages:
        """Cages of lots and how their seals were read."""
        return Cages(self.connection)

    @cached_property
    def devices(self) -> Devices:
        """Devices."""
        return Devices(self.connection)

    @cached_property
    def places(self) -> Places:
        """Places."""
        return Places(self.connection, self.house)

    @cached_property
    def media(self) -> Media:
        """Storage media."""
        return Media(self.connection)

    @cached_property
    def evidence(self) -> Evidence:
        """Report files and the runs in them."""
        return Evidence(self.connection)

    @cached_property
    def imports(self) -> ImportBatches:
        """Every file that was brought in, and its place."""
        return ImportBatches(self.connection)

    @cached_property
    def looks(self) -> Looks:
        """Second looks with draws, incidents and freezes."""
        return Looks(self.connection)

    @cached_property
    def mixups(self) -> Mixups:
        """Labels that were on the wrong device."""
        return Mixups(self.connection)

    @cached_property
    def wipe_queue(self) -> WipeQueue:
        """What waits at the wiping station."""
        return WipeQueue(self.connection)

    @cached_property
    def runs(self) -> Runs:
        """Evidence about media."""
        return Runs(self.connection)

    @cached_property
    def advices(self) -> Advices:
        """Advices beside decisions, and what they are made of."""
        return Advices(self.connection)

    @cached_property
    def approvals(self) -> Approvals:
        """Approvals of devices."""
        return Approvals(self.connection)

    @cached_property
    def policies(self) -> Policies:
        """The workshop's own policy versions."""
        return Policies(self.connection)

    @cached_property
    def labels(self) -> Labels:
        """The queue of labels."""
        return Labels(self.connection)

    @cached_property
    def certificates(self) -> Certificates:
        """Wipe certificates."""
        return Certificates(self.connection)

    @cached_property
    def medium_certificates(self) -> MediumCertificates:
        """Wipe certificates of media that were taken out."""
        return MediumCertificates(self.connection)

    @cached_property
    def lot_certificates(self) -> LotCertificates:
        """Wipe certificates of lots."""
        return LotCertificates(self.connection)

    @cached_property
    def statements(self) -> Statements:
        """What certificates of any kind say in short."""
        return Statements(self.connection)

    @cached_property
    def trust(self) -> Trust:
        """Lists of revocations, words for keys, thefts and tokens of the seal."""
        return Trust(self.connection)

    @cached_property
    def seals(self) -> Seals:
        """Keys of the workshop's seal."""
        return Seals(self.connection)

    @cached_property
    def stops(self) -> Stops:
        """Stops because of dangerous batteries."""
        return Stops(self.connection)

    @cached_property
    def overview(self) -> Overview:
        """What screens read across tables."""
        return Overview(self.connection)

    @cached_property
    def home(self) -> Home:
        """What waits where."""
        return Home(self.connection)

    @cached_property
    def lookups(self) -> Lookups:
        """What search over everything asks."""
        return Lookups(self.connection)

    @cached_property
    def inspections(self) -> Inspections:
        """Inspections with their grades, the drafts of those under way, and decisions."""
        return Inspections(self.connection)

    @cached_property
    def quarantines(self) -> Quarantines:
        """Why devices are locked away, what was asked, and how it ended."""
        return Quarantines(self.connection)

    @cached_property
    def stocktakes(self) -> Stocktakes:
        """Counting of places by scan."""
        return Stocktakes(self.connection)

    @cached_property
    def incidents(self) -> Incidents:
        """Devices that were not where they should be."""
        return Incidents(self.connection)

    @cached_property
    def feedback(self) -> FeedbackNotes:
        """What people say of a screen; nobody is named."""
        return FeedbackNotes(self.connection)

    @cached_property
    def handovers(self) -> Handovers:
        """Handovers with their lines, commitments and course certificates."""
        return Handovers(self.connection)

    @cached_property
    def returns(self) -> Returns:
        """What came back."""
        return Returns(self.connection)

    @cached_property
    def papers(self) -> Papers:
        """Papers that were issued: receipts, notes, reports; never altered."""
        return Papers(self.connection)

    @cached_property
    def prospects(self) -> Prospects:
        """What becomes of devices, for the lifecycle table."""
        return Prospects(self.connection)

    @cached_property
    def orders(self) -> WorkOrders:
        """Work orders with their steps and tests."""
        return WorkOrders(self.connection)

    @cached_property
    def parts(self) -> SpareParts:
        """Parts, what is wanted, where they were."""
        return SpareParts(self.connection)

    @cached_property
    def destructions(self) -> Destructions:
        """Media that two persons destroyed together."""
        return Destructions(self.connection)

    @cached_property
    def next_steps(self) -> NextSteps:
        """How media go on after a failure."""
        return NextSteps(self.connection)

    @cached_property
    def supplier_mappings(self) -> SupplierMappings:
        """How suppliers' files are read."""
        return SupplierMappings(self.connection)

    @cached_property
    def report_pairs(self) -> ReportPairs:
        """Which certificate of a wiping program belongs to which log."""
        return ReportPairs(self.connection)

    @cached_property
    def dismantlings(self) -> Dismantlings:
        """Devices being taken apart."""
        return Dismantlings(self.connection)

    @cached_property
    def containers(self) -> Containers:
        """Containers, the grams in them, shipments."""
        return Containers(self.connection)

    @cached_property
    def installations(self) -> Installations:
        """Images, preferences, what was installed."""
        return Installations(self.connection)

    @cached_property
    def photos(self) -> Photos:
        """Photographs of devices, cages and lots."""
        return Photos(self.connection)

    @cached_property
    def snapshots(self) -> Snapshots:
        """What machines told of themselves."""
        return Snapshots(self.connection)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue of models."""
        return Catalogue(self.connection)

    @cached_property
    def things(self) -> Things:
        """Things of lots by count, and accessories of devices."""
        return Things(self.connection)
