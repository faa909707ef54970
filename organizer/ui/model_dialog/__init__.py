"""Choosing a model: what there is, what it costs, downloading and going over to it."""
