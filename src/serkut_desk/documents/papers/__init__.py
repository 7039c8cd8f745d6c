"""Issued papers as PDF: receipts, notes, statements, requests, reports."""
