"""The first start: a workshop, its supervisors, the city's decision, a place for backups."""
