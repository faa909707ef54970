"""What the program is, and the licences of what it is made of."""
