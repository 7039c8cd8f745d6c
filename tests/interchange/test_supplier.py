"""Tables and XML of suppliers: read, mapped, and never passed without a word that says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk import shipped
from serkut_desk.domain.evidence import ReasonCode, ReportRun, Verdict, VerifyMode
from serkut_desk.domain.media import Level
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.report_links import Relation, relation, told
from serkut_desk.domain.supplier_guess import guess_columns
from serkut_desk.domain.supplier_mapping import (
    TECHNIQUES,
    MappingFormat,
    SupplierField,
    SupplierMapping,
    document_of,
    mapping_of,
    wrong_with,
)
from serkut_desk.interchange.evidence import Outcome, ReportKind, read_report
from serkut_desk.interchange.supplier import MOST_ROWS, NoTableError, read_table, records_of
from serkut_desk.stations.rules import shipped_policy

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD = (
    "Kiintolevyn sarjanumero;Malli;Koko;Menetelmä;Tulos;Kierroksia;Tarkistus;Virheitä;Alkoi;Päättyi"
    ";Tekijä;Koneen sarjanumero"
)
GOOD = (
    "S3TUNX0K4XXXQ1;SAMSUNG MZ7LN256;256 GB;Purge (block);Hyväksytty;1;Kaikki;0;20.11.2026 09:50"
    ";20.11.2026 10:14:30;Testi Teknikko;5CG8XXQ0V1"
)
MAPPING = SupplierMapping(
    name="Levypuhdistus Oy",
    format=MappingFormat.CSV,
    columns={
        SupplierField.SERIAL: "Kiintolevyn sarjanumero",
        SupplierField.MODEL: "Malli",
        SupplierField.CAPACITY: "Koko",
        SupplierField.TECHNIQUE: "Menetelmä",
        SupplierField.RESULT: "Tulos",
        SupplierField.PASSES: "Kierroksia",
        SupplierField.VERIFICATION: "Tarkistus",
        SupplierField.ERRORS: "Virheitä",
        SupplierField.STARTED: "Alkoi",
        SupplierField.ENDED: "Päättyi",
        SupplierField.OPERATOR: "Tekijä",
        SupplierField.HOST_SERIAL: "Koneen sarjanumero",
    },
    techniques={"purge (block)": SanitisationTechnique.ATA_SANITIZE_BLOCK_ERASE},
    results={"hyväksytty": Verdict.PASSED, "hylätty": Verdict.FAILED},
    verifications={"kaikki": VerifyMode.ALL},
    times="d.m.y",
    version=2,
)
XML = """<?xml version="1.0"?>
<export><tool name="Eraser">Eraser</tool><host>5CG8XXQ0V1</host>
 <job id="7"><disk><serial>S3TUNX0K4XXXQ1</serial><model>MZ7</model></disk>
  <value name="method">Purge (block)</value><value name="state">Hyväksytty</value></job>
 <job id="8"><disk><serial>S3TUNX0K4XXXQ2</serial><model>MZ7</model></disk>
  <value name="method">Purge (block)</value><value name="state">Hylätty</value></job>
</export>"""
XML_MAPPING = SupplierMapping(
    name="Eraser",
    format=MappingFormat.XML,
    record="export/job",
    columns={
        SupplierField.SERIAL: "disk/serial",
        SupplierField.TECHNIQUE: "value[method]",
        SupplierField.RESULT: "value[state]",
        SupplierField.HOST_SERIAL: "/export/host",
    },
    techniques=MAPPING.techniques,
    results=MAPPING.results,
    version=1,
)


def table(*rows: str) -> bytes:
    return "\n".join((HEAD, *rows, "")).encode()


def read(data: bytes, *mappings: SupplierMapping) -> Sequence[ReportRun]:
    report = read_report("list.csv", data, mappings)
    assert report.kind is ReportKind.SUPPLIER
    assert report.outcome is Outcome.READ
    return report.runs


def test_a_row_says_what_the_mapping_says_and_by_which_it_was_read() -> None:
    (run,) = read(table(GOOD), MAPPING)
    (drive,) = run.drives
    assert drive.verdict is Verdict.PASSED
    assert (drive.serial, drive.capacity, drive.passes) == ("S3TUNX0K4XXXQ1", 256 * 10**9, 1)
    assert (drive.technique, drive.verify) == (
        SanitisationTechnique.ATA_SANITIZE_BLOCK_ERASE,
        VerifyMode.ALL,
    )
    assert drive.ended is not None
    assert drive.ended.isoformat() == "2026-11-20T10:14:30"
    assert run.host.system_serial == "5CG8XXQ0V1"
    assert ("mapping", "Levypuhdistus Oy") in drive.known
    assert ("mapping_version", "2") in drive.known
    assert [one.code for one in drive.reasons] == [ReasonCode.READ_BY_MAPPING]
    assert "Testi Teknikko" not in repr(run)
    # Never the name of a program whose logs we read ourselves.
    assert run.program == "supplier:levypuhdistus oy"


@pytest.mark.parametrize(
    ("old", "new", "verdict", "reason"),
    [
        ("Hyväksytty", "Hylätty", Verdict.FAILED, ReasonCode.RESULT_NOT_SUCCESS),
        ("Hyväksytty", "OK?", Verdict.REVIEW, ReasonCode.STATE_NOT_KNOWN),
        ("Hyväksytty", "", Verdict.REVIEW, ReasonCode.STATE_NOT_KNOWN),
        ("Purge (block)", "Shred", Verdict.REVIEW, ReasonCode.METHOD_UNKNOWN),
        (";0;20", ";2;20", Verdict.FAILED, ReasonCode.ERRORS_COUNTED),
        (";0;20", ";two;20", Verdict.REVIEW, ReasonCode.CELL_NOT_READ),
        ("256 GB", "256 QB", Verdict.REVIEW, ReasonCode.CELL_NOT_READ),
        ("256 GB", "nan", Verdict.REVIEW, ReasonCode.CELL_NOT_READ),
        ("20.11.2026 09:50", "yesterday", Verdict.REVIEW, ReasonCode.CELL_NOT_READ),
        ("Kaikki", "Osa", Verdict.REVIEW, ReasonCode.CELL_NOT_READ),
        ("S3TUNX0K4XXXQ1", "", Verdict.REVIEW, ReasonCode.CELL_NOT_READ),
    ],
)
def test_what_is_not_read_is_named_by_row_and_column(
    old: str, new: str, verdict: Verdict, reason: ReasonCode
) -> None:
    runs = read(table(GOOD, GOOD.replace(old, new, 1)), MAPPING)
    drive = runs[1].drives[0]
    assert drive.verdict is verdict
    found = next(one for one in drive.reasons if one.code is reason)
    if reason is ReasonCode.CELL_NOT_READ:
        facts = dict(found.facts)
        assert facts["row"] == 3
        assert facts["column"] in HEAD.split(";")
    # The row beside it is not touched by that.
    assert runs[0].drives[0].verdict is Verdict.PASSED


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", "\t", ",", "|"])
def test_every_delimiter_and_encoding(encoding: str, delimiter: str) -> None:
    text = table(GOOD, GOOD.replace("Q1;", "Q2;")).decode().replace(";", delimiter)
    runs = read(("Raportti\n\n" + text).encode(encoding), MAPPING)
    assert [run.drives[0].serial for run in runs] == ["S3TUNX0K4XXXQ1", "S3TUNX0K4XXXQ2"]


def test_xml_by_its_repeating_element_and_what_stands_once_outside() -> None:
    data = XML.encode()
    assert records_of(data)[0] == "export/job"
    shown = read_table(data)
    assert set(shown.columns) >= {"@id", "disk/serial", "value[state]", "/export/host"}
    runs = read(data, XML_MAPPING)
    assert [run.drives[0].verdict for run in runs] == [Verdict.PASSED, Verdict.FAILED]
    assert {run.host.system_serial for run in runs} == {"5CG8XXQ0V1"}


def test_without_a_mapping_that_fits_a_table_waits() -> None:
    for mappings in ((), (replace(MAPPING, columns={**MAPPING.columns, SupplierField.TOOL: "X"}),)):
        report = read_report("list.csv", table(GOOD), mappings)
        assert (report.outcome, report.kind) == (Outcome.ATTACHMENT, ReportKind.TABLE)
    # Two that fit alike: nobody guesses between them.
    twin = replace(MAPPING, name="Other Oy")
    assert read_report("list.csv", table(GOOD), (MAPPING, twin)).runs == ()
    fewer = {SupplierField.SERIAL, SupplierField.TECHNIQUE, SupplierField.RESULT}
    small = replace(twin, columns={one: MAPPING.columns[one] for one in fewer})
    (run,) = read(table(GOOD), MAPPING, small)
    assert run.program == MAPPING.program


def test_the_same_row_in_two_files_is_one_run_and_another_result_contradicts() -> None:
    (run,) = read(table(GOOD), MAPPING)
    same = read(table("", GOOD, GOOD.replace("Q1", "Q7")), replace(MAPPING, version=3))[0]
    (failed,) = read(table(GOOD.replace("Hyväksytty", "Hylätty")), MAPPING)
    assert run.fingerprint == same.fingerprint
    assert relation(told(failed), told(run)) is Relation.CONTRADICTS


def test_a_file_that_is_too_large_or_no_table_is_refused() -> None:
    with pytest.raises(NoTableError, match="rows"):
        read_table(table(*[GOOD] * (MOST_ROWS + 1)))
    with pytest.raises(NoTableError, match="xml"):
        read_table(b"<a><b></a>")
    with pytest.raises(NoTableError, match="table"):
        read_table(b"one\ntwo\n")


def test_names_and_depth_of_xml_cost_no_memory_and_no_hours() -> None:
    name, empty = b"A" * 2**20, b"<b/>" * 150_000
    table = read_table(b"<" + name + b">" + empty + b"</" + name + b">")
    assert (table.columns, table.rows) == ((), ())
    deep = b"<a>" * 50 + empty + b"<b>1</b><b>2</b>" + b"</a>" * 50
    assert read_table(deep).record == "a"


def test_a_mapping_survives_being_saved() -> None:
    for mapping in (MAPPING, XML_MAPPING):
        assert mapping_of(document_of(mapping), mapping.version) == mapping
        assert wrong_with(mapping) is None
    with pytest.raises(ValueError, match="mapping"):
        mapping_of({"name": "x"})
    with pytest.raises(ValueError, match="nothing"):
        mapping_of({**document_of(MAPPING), "columns": {"nothing": "x"}})


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(MAPPING, name=" "), "mapping_name"),
        (replace(MAPPING, columns={SupplierField.SERIAL: "a"}), "mapping_required"),
        (
            replace(MAPPING, columns=dict.fromkeys(MAPPING.columns, "a")),
            "mapping_twice",
        ),
        (replace(MAPPING, times="x"), "mapping_times"),
        (
            replace(MAPPING, results={str(n): Verdict.PASSED for n in range(101)}),
            "mapping_words",
        ),
        (
            replace(MAPPING, techniques={"x": SanitisationTechnique.DESTROY_SHRED}),
            "mapping_technique",
        ),
        (replace(MAPPING, results={"x": Verdict.NOT_WIPED}), "mapping_result"),
        (replace(MAPPING, record="a/b"), "mapping_record"),
    ],
)
def test_what_cannot_be_saved_says_why(wrong: SupplierMapping, code: str) -> None:
    assert wrong_with(wrong) == code


@given(
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 60), st.binary(max_size=10)),
        min_size=1,
        max_size=5,
    ),
    xml=st.booleans(),
)
def test_no_mutation_crashes_or_passes_without_proof(
    edits: list[tuple[float, int, bytes]], *, xml: bool
) -> None:
    data = XML.encode() if xml else table(GOOD)
    for where, length, new in edits:
        at = int(where * len(data))
        data = data[:at] + new + data[at + length :]
    for run in read_report("x", data, (MAPPING, XML_MAPPING)).runs:
        for drive in run.drives:
            if drive.verdict is Verdict.PASSED:
                assert (drive.status or "").casefold() == "hyväksytty"
                assert drive.method.casefold() == "purge (block)"
                assert drive.serial_raw


def test_no_rule_takes_a_suppliers_word_without_the_tool_or_what_a_person_saw() -> None:
    for row in shipped_policy().rows:
        if row.technique in TECHNIQUES and shipped_policy().top(row) is not Level.NONE:
            assert row.conditions.tool_approved or row.conditions.attested, row.id
    assert not shipped_policy().tool_approved(MAPPING.program, "1")


@given(cells=st.lists(st.sampled_from(HEAD.split(";")), unique=True))
def test_a_guess_takes_each_column_once(cells: list[str]) -> None:
    stems = shipped.json_resource("wiping", "supplier_columns.json")["fields"]
    found = guess_columns(cells, stems)
    assert len(set(found.values())) == len(found)
    assert set(found.values()) <= set(cells)
    if len(cells) == len(HEAD.split(";")):
        assert found == MAPPING.columns
