"""Removing archives from the library: what is asked first, and where."""
