"""The first house: people, lots, devices, media, proof, labels, journal.

Revision ID: 0001
Revises: none
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split("\n;;\n")


def upgrade() -> None:
    """Make every table, index and trigger; the words are frozen in the file beside this one."""
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    """Drop them again, the last made first; only tests go this way."""
    connection = op.get_bind()
    for statement in reversed(STATEMENTS):
        words = statement.split()
        if words[1] == "TABLE":
            connection.exec_driver_sql(f"DROP TABLE {words[2]}")
        elif words[1] == "VIRTUAL":
            connection.exec_driver_sql(f"DROP TABLE {words[3]}")
        elif words[1] == "TRIGGER":
            connection.exec_driver_sql(f"DROP TRIGGER {words[2]}")
