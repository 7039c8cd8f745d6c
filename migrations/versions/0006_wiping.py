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

# What came in before files had places: each file into the place that its drives say. The numbers
# are the gravity of the places below; 100 is added where nobody has to do anything any more.
_GRAVITY = """CASE
    WHEN s.set_aside_by IS NOT NULL THEN 108
    WHEN s.contradicted = 1 THEN 0
    WHEN instr(s.facts, '"continued_in"') > 0 THEN 107
    WHEN s.match <> 'matched' THEN 1
    WHEN s.verdict = 'PASSED' THEN 106
    WHEN s.verdict = 'VERIFY_ONLY' THEN 108
    ELSE CASE WHEN EXISTS (
        SELECT 1 FROM sanitisation_run o
        WHERE o.medium_id = s.medium_id AND o.id > s.id AND o.set_aside_by IS NULL
        AND o.contradicted = 0 AND (o.verdict = 'PASSED' OR o.source = 'destruction')
    ) THEN 100 ELSE 0 END + CASE
        WHEN s.verdict = 'REVIEW' THEN 2
        WHEN s.verdict IN ('FAILED', 'INSANE') THEN 3
        ELSE 4
    END
END"""
PLACES = (
    """INSERT INTO import_batch (at, "by", source, name, seq)
    SELECT f.received_at, f.received_by, 'files', '', max(j.seq)
    FROM evidence_file f
    JOIN journal j ON j.subject = f.sha256 AND j.tag = 'report:wiping:imported'
    GROUP BY f.received_at, f.received_by""",
    f"""INSERT INTO import_file
        (batch_id, name, path, digest, size, kind, place, waits, detail)
    SELECT batch_id, name, name, sha256, size, kind,
        CASE gravity % 100 WHEN 0 THEN 'contradiction' WHEN 1 THEN 'unknown_medium'
            WHEN 2 THEN 'to_review' WHEN 3 THEN 'failed' WHEN 4 THEN 'aborted'
            WHEN 6 THEN 'matched' WHEN 7 THEN 'duplicate' ELSE 'attached' END,
        gravity < 100, '{{}}'
    FROM (
        SELECT b.id AS batch_id, f.name, f.sha256, f.size,
            json_extract(j.body, '$.kind') AS kind, min(j.seq) AS seq,
            coalesce((
                SELECT min(found) FROM (
                    SELECT {_GRAVITY} AS found
                    FROM report_run r JOIN sanitisation_run s ON s.report_run_id = r.id
                    WHERE r.sha256 = f.sha256
                    UNION ALL
                    SELECT 107 FROM report_run r
                    WHERE r.sha256 = f.sha256 AND r.same_as_id IS NOT NULL
                )
            ), 108) AS gravity
        FROM evidence_file f
        JOIN journal j ON j.subject = f.sha256 AND j.tag = 'report:wiping:imported'
        JOIN import_batch b ON b.at = f.received_at AND b."by" = f.received_by
        GROUP BY f.sha256
    ) ORDER BY seq""",  # noqa: S608 - put together from the constant above
)
STATEMENTS = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split("\n;;\n")


def upgrade() -> None:
    """Make the tables, columns and indexes, and give every old file its place."""
    for statement in (*STATEMENTS, *PLACES):
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
