"""What people write, read with its places: text in, values or problems out. Knows no quiz."""
