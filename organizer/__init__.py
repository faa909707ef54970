"""Photo Organizer: the pictures of an Instagram archive by date, category and hashtag."""

__version__ = "0.1.0"
