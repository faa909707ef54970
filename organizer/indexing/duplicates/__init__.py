"""Finds pictures that are there more than once, and lists them; nothing is ever deleted."""
