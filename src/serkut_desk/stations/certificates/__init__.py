"""Tyhjennystodistus: issue, verify, revoke, the signing key."""
