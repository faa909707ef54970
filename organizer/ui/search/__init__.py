"""Searching in the window: what pictures show, similar pictures, and suggestions while typing."""
