"""How large a delivery list may be, and why: beyond these it is no list that a person made."""

from __future__ import annotations

MAX_BYTES = 50_000_000
"""A list of 50 000 devices takes about 5 MB; ten times that is something else."""

MAX_UNPACKED_BYTES = 300_000_000
"""All parts of a workbook together; a packed bomb unpacks to gigabytes."""

MAX_PART_BYTES = 200_000_000
"""One part of a workbook; a sheet of 50 000 rows takes about 20 MB."""

MAX_PACKING = 250
"""Unpacked bytes for a packed byte, in parts above 1 MB; sheets of real lists stay below 30."""

MAX_PARTS = 2_000
"""Files inside a workbook; real ones have some dozens."""

MAX_SHEETS = 60
"""Sheets of a workbook that are looked at."""

MAX_ROWS = 100_000
"""Rows with content: more than the workshop receives in twenty years."""

MAX_COLUMNS = 300
"""Columns with content: an export of an asset register has at most some dozens."""

MAX_HELD_CELLS = 2_000_000
"""Cells of a sheet that is held in memory as a whole, because of its merged cells."""

MAX_CELL = 200
"""Characters of a maker, model or number that are kept; longer text is cut, with a note."""

MAX_SERIAL = 40
"""Characters of a serial or inventory number; the longest genuine ones have about 30."""

HEADING_ROWS = 60
"""Rows at the top of the file in which the headings are looked for."""

MAX_HEADING = 80
"""Characters of a heading; a longer text is a sentence."""

MAX_QUANTITY = 100_000
"""Pieces on a line; a longer number is a code in the wrong column."""

MAX_WEIGHT_KG = 2_000
"""Kilograms of a line: a pallet; more is a wrong column or unit."""
