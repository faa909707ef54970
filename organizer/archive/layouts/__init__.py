"""The forms that exports have had over the years: one module each, behind one small protocol."""
