"""Shows which pictures are there more than once; lists and exports them, and deletes nothing."""
