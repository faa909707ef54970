"""Encoders of pictures and texts, decoding of pictures and video frames."""
