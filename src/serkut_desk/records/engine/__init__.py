"""What only this database knows: how to connect, begin, copy, guard and search."""
