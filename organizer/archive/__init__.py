"""Instagram's export on disk: finds its layout and reads posts and media as immutable records."""
