"""Finds hashtags in captions as Instagram counts them."""

import unicodedata

import regex

# Letters, marks, digits, underscore and emoji, in any script; an emoji may have a skin tone, a
# variation selector or be joined of several.
_SIGN = r"[\p{L}\p{M}\p{N}_\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]"
_HASHTAG = regex.compile(
    # Not inside a word, an address ("example.com/#top") or an entity ("&#39;").
    # "#one#two" are two.
    rf"(?<![\p{{L}}\p{{M}}\p{{N}}_/&])(?:[#＃]+({_SIGN}(?:{_SIGN}|\u200d|\ufe0f)*))+"
)


def extract_hashtags(caption: str) -> tuple[str, ...]:
    """The hashtags of `caption` without #, in NFC and their own spelling, in order, each once.

    Two that differ only in case are one. "##cat" counts as "cat", as people mean it.
    """
    found: dict[str, str] = {}
    for match in _HASHTAG.finditer(unicodedata.normalize("NFC", caption)):
        for captured in match.captures(1):
            hashtag = captured.rstrip("\u200d\ufe0f")
            found.setdefault(hashtag_key(hashtag), hashtag)
    return tuple(found.values())


def hashtag_key(hashtag: str) -> str:
    """What makes two spellings one hashtag: NFC and case-folded, without # and spaces around."""
    bare = hashtag.strip().lstrip("#＃")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", bare).casefold())
