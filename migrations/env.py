"""Alembic runs inside the connection and transaction that the program gives it."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=context.config.attributes.get("metadata"),
    transactional_ddl=False,
)
context.run_migrations()
