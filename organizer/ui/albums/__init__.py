"""Albums in the window: making them, filling them, showing them."""
