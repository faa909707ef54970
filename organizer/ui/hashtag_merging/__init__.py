"""Makes hashtags one, keeps them apart and takes them apart again."""
