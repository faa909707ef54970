"""The list of files that could not be read, each with the reason and what to do."""
