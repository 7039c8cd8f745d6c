"""What becomes of devices: grades, decisions, handovers, papers, returns, quarantine, counting.

A device that is free of data now waits to be graded; so did every one that was only ready.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split("\n;;\n")


def upgrade() -> None:
    """Make the tables, indexes and triggers; name the state anew."""
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("UPDATE device SET state = 'waiting_grade' WHERE state = 'ready'")


def downgrade() -> None:
    """Drop them again, the last made first; only tests go this way."""
    connection = op.get_bind()
    connection.exec_driver_sql("UPDATE device SET state = 'ready' WHERE state = 'waiting_grade'")
    connection.exec_driver_sql("ALTER TABLE medium DROP COLUMN used_since")
    for statement in reversed(STATEMENTS):
        words = statement.split()
        if words[1] in {"TABLE", "TRIGGER", "INDEX"} and words[0] == "CREATE":
            connection.exec_driver_sql(f"DROP {words[1]} {words[2]}")
