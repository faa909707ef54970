"""Categories and hashtags: pure functions over vectors and text."""
