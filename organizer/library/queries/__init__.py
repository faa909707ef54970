"""What each part of the program asks of the library: one small class each, on one connection."""
