from __future__ import annotations

import pytest

from serkut_desk.domain.delivery_list import Finding, IgnoredBecause, ListRow, SkipReason
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.interchange.delivery_list import read_delivery_list


def codes(row: ListRow) -> tuple[set[Finding], set[Finding]]:
    return {r.code for r in row.problems}, {r.code for r in row.notes}


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
        ("cp850", "cp850"),
        ("mac_roman", "mac_roman"),
    ],
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_letters_and_columns_are_right_in_every_encoding(
    encoding: str, said: str, delimiter: str
) -> None:
    lines = [["Määrä", "Malli", "Sarjanumero"], ["1", "Pöytäkone Åkerö", "abc 123"]]
    text = "\r\n".join(delimiter.join(line) for line in lines)
    found = read_delivery_list(text.encode(encoding))
    assert (found.encoding, found.delimiter) == (said, delimiter)
    row = found.rows[0]
    assert (row.row, row.type, row.model) == (2, DeviceType.DESKTOP, "Åkerö")
    assert row.serial == "ABC123"
    assert codes(row) == (set(), {Finding.SERIAL_TIDIED})


def test_a_few_stray_bytes_do_not_spoil_a_utf8_list() -> None:
    good = "Malli;Sarjanumero\nNäyttö Ä;A1\nNäyttö Ö;A2\n".encode()
    found = read_delivery_list(good + "Näyttö C;A3\n".encode("cp1252"))
    assert [row.model for row in found.rows] == ["Ä", "Ö", "C"]
    assert [remark.code for remark in found.problems] == [Finding.LETTERS_MIXED]


def test_text_saved_twice_as_utf8_is_undone() -> None:
    twice = "Määrä;Tyyppi;Sarjanumero\n1;Näyttö;A1\n".encode().decode("cp1252").encode()
    assert read_delivery_list(twice).rows[0].type is DeviceType.MONITOR


def test_german_and_swedish_headings() -> None:
    german = "Lfd. Nr.;Gerätetyp;Hersteller;Typ;Seriennummer;Benutzer;Gewicht (kg);Anzahl\n"
    found = read_delivery_list(
        (german + "1;Bildschirm;Dell;P2419H;ab1;Eva;5,5;1\n").encode("cp1252")
    )
    row = found.rows[0]
    assert (row.type, row.manufacturer, row.model) == (DeviceType.MONITOR, "Dell", "P2419H")
    assert (row.serial, row.weight_g) == ("AB1", 5500)
    assert found.ignored_columns == ("Lfd. Nr.", "Benutzer")
    swedish = "Inventarienr\tFabrikat\tModell\tSerienr\tAnvändare\n12\tHP\tHP ProBook\tx1\tSven\n"
    row = read_delivery_list(swedish.encode("utf-16")).rows[0]
    assert (row.inventory, row.manufacturer, row.model) == ("12", "HP", "ProBook")
    assert row.type is None or row.type is DeviceType.LAPTOP


def test_columns_about_people_leave_nothing_but_their_heading() -> None:
    text = (
        "Laitteen käyttäjä,Malli,Sarjanumero,E-mail,Owner/device,Hinta\n"
        "Maija Mallikas,Dell Latitude,AB12345,maija@example.invalid,Maija,12\n"
    )
    found = read_delivery_list(text.encode())
    assert found.ignored_columns == ("Laitteen käyttäjä", "E-mail", "Owner/device", "Hinta")
    assert [column.because for column in found.ignored[:3]] == [IgnoredBecause.PEOPLE] * 3
    assert "aija" not in repr(found)


def test_a_person_in_a_kept_cell_is_masked() -> None:
    text = "Malli;Sarjanumero;Inv.nro\nLatitude maija.m@example.invalid 131052-308T;131052-308T;7\n"
    found = read_delivery_list(text.encode())
    assert "maija" not in repr(found)
    assert "308T" not in repr(found)
    assert found.rows[0].model == "Latitude *** ***"
    assert codes(found.rows[0])[1] >= {Finding.PERSONAL_MASKED}


def test_a_name_in_a_serial_column_or_a_signature_is_not_kept() -> None:
    text = "Laite;Sarjanumero\nDell X;Maija Mallikas\nLuovuttaja:;Maija Mallikas\nMaija Mallikas;\n"
    found = read_delivery_list(text.encode())
    assert "Mallikas" not in repr(found)
    assert codes(found.rows[0])[0] == {Finding.SERIAL_FORM, Finding.NO_IDENTITY}
    assert [skipped.reason for skipped in found.skipped] == [SkipReason.TEXT_ONLY] * 2


@pytest.mark.parametrize(
    ("cell", "imei", "problem", "note"),
    [
        ("356938035643809", "356938035643809", None, None),
        ("35-693803-564380-9", "356938035643809", None, None),
        ("356938035643809.0", "356938035643809", None, None),
        ("'356938035643809", "356938035643809", None, None),
        ("490154203237518 / 352099001761481", "490154203237518", None, Finding.IMEI_SEVERAL),
        ("3569380356438012", "356938035643809", None, Finding.IMEI_FROM_LONGER),
        ("356938035643808", "", Finding.IMEI_CHECK, None),
        ("3,56938E+14", "", Finding.IMEI_RUINED, None),
        ("3.56938E14", "", Finding.IMEI_RUINED, None),
        ("35693803564380", "", Finding.IMEI_FORM, None),
        ("n/a", "", Finding.NO_IDENTITY, Finding.NOT_A_VALUE),
    ],
)
def test_imeis(cell: str, imei: str, problem: Finding | None, note: Finding | None) -> None:
    row = read_delivery_list(f"Model\tIMEI\nNokia X20\t{cell}\n".encode()).rows[0]
    assert (row.imei, row.quantity, row.type) == (imei, 1, DeviceType.PHONE)
    problems, notes = codes(row)
    assert problem in problems if problem else not problems
    assert notes >= ({note} if note else set())


@pytest.mark.parametrize(
    ("cell", "serial", "problem"),
    [
        ("  5cg 123 4567 ", "5CG1234567", None),
        ("12345678.0", "12345678", None),
        ('"=""0012345"""', "0012345", None),
        ("S/N: abc-123", "ABC-123", None),
        ("1.2E+11", "", Finding.SERIAL_RUINED),
        ("2024-03-01", "", Finding.SERIAL_DATE),
        ("AAAA1111, BBBB2222", "", Finding.SERIAL_SEVERAL),
        ("=1+1", "", Finding.SERIAL_FORM),
        ("To be filled by O.E.M.", "", Finding.NO_IDENTITY),
        ("\u200bab\u00a01", "AB1", None),
    ],
)
def test_serials(cell: str, serial: str, problem: Finding | None) -> None:
    row = read_delivery_list(f"Malli;Sarjanumero\nDell X;{cell}\n".encode()).rows[0]
    assert row.serial == serial
    assert problem in codes(row)[0] if problem else not row.problems


@pytest.mark.parametrize(
    ("text", "count", "quantity"),
    [
        ("Hiiriä", "24 kpl", 24),
        ("Hiiriä", "24,0", 24),
        ("Hiiriä", "10 x", 10),
        ("Hiiriä", "noin 20", 20),
        ("Hiiriä", "kaksi", 2),
        ("Hiiriä", "1 000", 1000),
        ("laatikollinen hiiriä 24 kpl", "", 24),
        ("24 mice in a box", "", 24),
        ("10 x keyboard", "1", 10),
        ("Möss (12)", "", 12),
        ("kaksi kpl latureita", "", 2),
        ("5 kannettavaa", "", 5),
        ("Tastaturen 24 Stück", "", 24),
    ],
)
def test_quantities(text: str, count: str, quantity: int) -> None:
    row = read_delivery_list(f"Laite;Lkm;S/N\n{text};{count};\n".encode()).rows[0]
    assert (row.quantity, row.problems) == (quantity, ())


@pytest.mark.parametrize("text", ["Nokia X20", "Dell P2419H", "HP Mini PC 800", "EliteDesk 800 G4"])
def test_a_model_name_is_no_quantity(text: str) -> None:
    row = read_delivery_list(f"Laite;Lkm;S/N\n{text};;\n".encode()).rows[0]
    assert row.quantity == 1
    assert codes(row)[0] == {Finding.NO_IDENTITY}


@pytest.mark.parametrize(
    ("text", "count"),
    [("Hiiriä", "1,000"), ("Hiiriä", "paljon"), ("Hiiriä", "0"), ("Laatikko hiiriä", "")],
)
def test_an_unclear_quantity_stops_the_row(text: str, count: str) -> None:
    row = read_delivery_list(f"Laite;Lkm;S/N\n{text};{count};\n".encode()).rows[0]
    assert Finding.QUANTITY_UNCLEAR in codes(row)[0]


@pytest.mark.parametrize(
    ("heading", "cell", "grams"),
    [
        ("Paino", "1,60", 1600),
        ("PAINO_KG", "1.60", 1600),
        ("Paino (g)", "850", 850),
        ("Weight", "850 g", 850),
        ("Weight (lbs)", "2", 907),
        ("Paino", "raskas", None),
        ("Paino", "-1", None),
        ("Paino", "99999999", None),
    ],
)
def test_weights(heading: str, cell: str, grams: int | None) -> None:
    row = read_delivery_list(f"{heading};Sarjanumero\n{cell};A1\n".encode()).rows[0]
    assert row.weight_g == grams
    assert (Finding.WEIGHT_UNCLEAR in codes(row)[1]) == (grams is None)


def test_titles_totals_repeats_and_second_headings() -> None:
    text = (
        "Poistolista 2026\n\nLähettäjä:;Kirjasto\nMerkki / malli;S/N tai IMEI;Inv.nro;Lkm\n"
        "Dell X;a1b2c3d;1;1\nNokia X20;356938035643809;2;1\n\nDell X;A1B2C3D;1;1\n"
        "Merkki / malli;S/N tai IMEI;Inv.nro;Lkm\nHP Y;z9;3;1\nYhteensä;;;4\n"
    )
    found = read_delivery_list(text.encode())
    assert [(row.row, row.serial or row.imei) for row in found.rows] == [
        (5, "A1B2C3D"),
        (6, "356938035643809"),
        (10, "Z9"),
    ]
    assert [(s.row, s.reason) for s in found.skipped] == [
        (8, SkipReason.REPEATED),
        (9, SkipReason.HEADING),
        (11, SkipReason.TOTAL),
    ]
    assert [(r.code, r.row) for r in found.problems] == [(Finding.ROW_REPEATED, 8)]
    assert found.header_row == 4


def test_a_wrong_total_is_told() -> None:
    found = read_delivery_list(b"Model;Serial;Qty\nDell A;S1;1\nDell B;S2;1\nTotal;;5\n")
    assert [r.code for r in found.problems] == [Finding.TOTAL_DIFFERS]


def test_the_same_serial_with_other_facts_stops_the_row() -> None:
    text = b"Make;Model;Serial;Asset tag\nDell;A;S1;1\nDell;B;S1;2\nHP;C;S1;3\nHP;D;S4;3\n"
    rows = read_delivery_list(text).rows
    assert [codes(row)[0] for row in rows] == [set(), {Finding.SERIAL_TWICE}, set(), set()]
    assert Finding.INVENTORY_TWICE in codes(rows[3])[1]


def test_one_serial_cannot_be_several_pieces_and_shifted_columns_stop() -> None:
    rows = read_delivery_list(b"Model;Serial;Qty\nDell A;S1;3\nDell B;S2;1;x\n").rows
    assert codes(rows[0])[0] == {Finding.QUANTITY_AND_SERIAL}
    assert codes(rows[1])[0] == {Finding.COLUMNS_SHIFTED}


def test_quoted_line_ends_are_one_row_but_a_lost_quotation_mark_swallows_nothing() -> None:
    good = '"Sarja-\nnumero";"Laite"\r\n"AB1";"Kannettava\nDell ""X"""\r\nAB2;y\r\n'
    assert [(r.row, r.serial) for r in read_delivery_list(good.encode()).rows] == [
        (2, "AB1"),
        (3, "AB2"),
    ]
    lost = "Inv.nro;Malli;Sarjanumero\n" + "".join(f'{i};"24" näyttö;SN{i}\n' for i in range(1, 9))
    lost = lost.replace('"24" ', '"24 ')
    found = read_delivery_list(lost.encode())
    assert [row.serial for row in found.rows] == [f"SN{i}" for i in range(1, 9)]
    assert [r.code for r in found.problems] == [Finding.QUOTES_BROKEN]


def test_formula_text_stays_text_and_sep_line_is_followed() -> None:
    text = "sep=|\nAsset tag|Model|Serial\n1|=cmd|ABC1\n"
    row = read_delivery_list(text.encode()).rows[0]
    assert (row.row, row.model, row.serial) == (2, "=cmd", "ABC1")


def test_a_kind_is_never_concluded_to_hold_no_data_from_a_model() -> None:
    rows = read_delivery_list(b"Model;Serial\nHP EliteDisplay E243;A1\nHP ProBook 450;A2\n").rows
    assert [row.type for row in rows] == [None, DeviceType.LAPTOP]
    assert codes(rows[0])[1] == {Finding.TYPE_UNKNOWN}
    assert codes(rows[1])[1] == {Finding.TYPE_FROM_MODEL}
