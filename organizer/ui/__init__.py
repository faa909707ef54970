"""The window: Qt only; importing it never imports torch."""
