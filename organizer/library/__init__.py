"""The SQLite file and its thumbnails: schema, one class that writes, one that reads."""
