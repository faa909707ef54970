"""What the user can set: one dialog of pages, whose rows can be searched."""
