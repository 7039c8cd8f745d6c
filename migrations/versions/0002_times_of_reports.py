"""Reports are also found by the times of their lines.

Of reports that came before, nothing is known: their column stays empty, and empty finds nothing.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and its index."""
    connection = op.get_bind()
    connection.exec_driver_sql(
        "ALTER TABLE report_run ADD COLUMN times_digest TEXT DEFAULT '' NOT NULL"
    )
    connection.exec_driver_sql(
        "CREATE INDEX ix_report_run_times_digest ON report_run (times_digest)"
    )


def downgrade() -> None:
    """Drop them again; only tests go this way."""
    connection = op.get_bind()
    connection.exec_driver_sql("DROP INDEX ix_report_run_times_digest")
    connection.exec_driver_sql("ALTER TABLE report_run DROP COLUMN times_digest")
