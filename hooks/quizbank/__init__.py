"""Quiz files in, Markdown of items out. Knows no prose page, no site and no files."""
