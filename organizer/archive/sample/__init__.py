"""Makes exports that are true to form: to try the app, to test and to measure it."""
