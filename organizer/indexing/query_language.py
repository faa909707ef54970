"""Whether the model understands the language in which the user searches."""

import regex

from organizer.tagging.text_encoder import NamedTextEncoder
from organizer.vision.catalogue import load_catalogue
from organizer.vision.catalogue_entries import CatalogueModel

_HANGUL = regex.compile(r"\p{Hangul}")


def model_to_offer(text: str, encoder: NamedTextEncoder, has_gpu: bool) -> CatalogueModel | None:
    """The model to offer to who searches for `text`; None when `encoder` understands it.

    To a model that knows English only, Korean is noise: it finds what was sought no more often than
    chance does.
    """
    if encoder.understands_korean or not _HANGUL.search(text):
        return None
    return load_catalogue().recommended("ko", has_gpu)
