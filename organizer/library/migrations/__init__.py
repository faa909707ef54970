"""The schema, from the first version on: steps by what they are about, and their one order."""
