"""The only Qt: shell, scan line, forms, tables and a package for each station."""
