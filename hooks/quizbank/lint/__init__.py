"""Checks a Bank against the rules of good items: problems, remarks and figures."""
