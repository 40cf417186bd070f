"""Reads quiz files into a Bank and reports every problem in them."""
