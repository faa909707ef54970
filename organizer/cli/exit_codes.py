"""What the program tells its caller at its end; 0 is success."""

EXIT_WRONG_INPUT = 2
EXIT_INTERRUPTED = 130
