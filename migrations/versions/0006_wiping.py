"""Report files as they came, second looks, destructions, certificates of lots and media.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STATEMENTS = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split("\n;;\n")


def upgrade() -> None:
    """Make the tables, columns and indexes."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """Drop them again, the last made first; only tests go this way."""
    connection = op.get_bind()
    for statement in reversed(STATEMENTS):
        words = statement.split()
        if words[0] == "ALTER":
            connection.exec_driver_sql(f"ALTER TABLE {words[2]} DROP COLUMN {words[5]}")
        elif words[1] == "UNIQUE":
            connection.exec_driver_sql(f"DROP INDEX {words[3]}")
        else:
            connection.exec_driver_sql(f"DROP {words[1]} {words[2]}")
