"""What the words of a search mean to a model, so that pictures can be found without it."""

from dataclasses import dataclass

from organizer.indexing.query_language import model_to_offer
from organizer.tagging.glossary import is_korean, translate
from organizer.tagging.text_encoder import NamedTextEncoder
from organizer.vectors import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What `words`, a SearchTerms.description, mean to the encoder named `encoder`.

    Attributes:
        direction: Unit vector float32 (dimension,), close to pictures that show them; None when
            the model does not understand them.
        background: Unit vectors float32 (m, dimension) of phrases of all kinds. What a picture
            shows is closer to it than these are.
        offered: The title of a model that would understand them; "" when this one does.
    """

    words: str
    encoder: str
    direction: FloatArray | None
    background: FloatArray
    offered: str = ""


def meaning_of(
    words: str, encoder: NamedTextEncoder, background: FloatArray, has_gpu: bool
) -> Meaning:
    """What `words` mean to `encoder`; `background` is what encode_vocabulary gave for it.

    A model that knows English only is given what the glossary makes of Korean, provided that it
    knows all of it.
    """
    offered = model_to_offer(words, encoder, has_gpu)
    english, unknown = words, tuple[str, ...]()
    if offered is not None and is_korean(words):
        english, unknown = translate(words)
    direction = None
    if english.strip() and not unknown:
        # As the background is encoded.
        prompt = encoder.prompt_templates[0].format(english)
        (direction,) = encoder.encode_texts([prompt])
    title = "" if offered is None else offered.title
    return Meaning(words, encoder.name, direction, background, title)
