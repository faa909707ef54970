"""Dialogs in which the user makes, changes and removes categories."""
