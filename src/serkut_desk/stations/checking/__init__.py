"""Tarkistus: certificates and scanned statements against a public key, without records."""
