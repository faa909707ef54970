"""Tagging by a vision-language service: naming it, agreeing, and how far it is."""
