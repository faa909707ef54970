"""The forms in which Instagram has handed out exports, each as a function from posts to files."""
