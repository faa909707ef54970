"""Work off the GUI thread: objects that live in threads of their own."""
