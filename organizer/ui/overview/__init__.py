"""The library as a whole, in drawn charts whose marks filter."""
