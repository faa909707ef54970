"""Qt models over what the library says."""
