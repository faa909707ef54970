"""About how much it takes to have a service look at pictures."""

import json
import math

from organizer.vision.service import ServiceSettings, ServiceUsage
from organizer.vision.service_answers import ServiceQuestion, answer_schema, instructions

# OpenAI counts a picture in patches of 32 pixels, times 1.62 for its small models; others count
# less. The answer is a measured one, rounded up.
_PATCH_PIXELS = 32
_TOKENS_OF_A_PATCH = 1.62
_TOKENS_OF_AN_ANSWER = 90

# What is written with Latin letters has about four to a token; Korean has about a syllable.
_LETTERS_OF_A_TOKEN = 4
_TOKENS_AROUND_A_PICTURE = 6


def estimated_usage(
    settings: ServiceSettings, question: ServiceQuestion, pictures: int, longest_side: int = 512
) -> ServiceUsage:
    """About what `pictures` of at most `longest_side` pixels will take; real use may differ."""
    requests = math.ceil(pictures / settings.pictures_at_once)
    patches = math.ceil(longest_side / _PATCH_PIXELS) ** 2
    picture_tokens = math.ceil(patches * _TOKENS_OF_A_PATCH) + _TOKENS_AROUND_A_PICTURE
    sent = requests * instruction_tokens(question) + pictures * picture_tokens
    return settings.priced(sent, pictures * _TOKENS_OF_AN_ANSWER)


def instruction_tokens(question: ServiceQuestion) -> int:
    """About how many tokens go with each request beside its pictures."""
    text = instructions(question) + json.dumps(answer_schema(question), ensure_ascii=False)
    latin = sum(letter.isascii() for letter in text)
    return math.ceil(latin / _LETTERS_OF_A_TOKEN) + len(text) - latin
