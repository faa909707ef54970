"""What is seen: widgets, views and delegates."""
