"""The only SQL: engine, unit of work, journal, tables, read models, upgrade, backup."""
