"""Ties archive, vision, tagging and library together; tells progress; watches folders."""
