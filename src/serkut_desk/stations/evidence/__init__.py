"""Todisteet: report files as they came in, suppliers' columns, what waits for a person."""
