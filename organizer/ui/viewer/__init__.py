"""The viewer: one picture or video over the whole window, with all that can be done with it."""
