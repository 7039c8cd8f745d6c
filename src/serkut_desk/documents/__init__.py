"""PDF bytes from frozen data, and the signature on them."""
