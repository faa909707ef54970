"""Finds hashtags and mentions in captions as Instagram counts them.

A hashtag begins with # or ＃ and goes on while letters, digits, underscores, combining marks and
emoji follow, in any script. It does not begin inside a word ("a#b"), an address or an HTML entity.
"##cat" counts as "cat", as people mean it; "#dog🐶" and "#🐶" are hashtags with their emoji, as
Instagram has had them since 2015. Digits alone are none, and neither is what is longer than
Instagram takes.
"""

import functools
import unicodedata

import regex

MOST_CHARACTERS = 100
"""What is longer is no hashtag: Instagram links none of it, and half of it nobody wrote."""

# Letters, digits, underscore and emoji, in any script. What follows may also be a mark, a skin
# tone, a joiner of emoji or the tags that make a flag; none of these begins a hashtag: the emoji
# "#\ufe0f\u20e3" (a key with a hash on it) is a hash and two marks.
_SIGN = r"[\p{L}\p{N}_\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]"
_MORE = rf"(?:{_SIGN}|[\p{{M}}\u200d\U000e0020-\U000e007f])"
# No hashtag begins inside an address. Quantifiers that give nothing back ("++") keep the search
# linear: captions are other people's text and may be a hundred thousand hashes.
_ADDRESS = r"(?i:https?://|www\.|(?<![\w.@-])(?:[a-z0-9-]++\.)++[a-z]{2,}+/)\S*+"
# Not inside a word ("abc#def"), which may end in marks, nor in an entity ("&#39;"). The marks of an
# emoji are no part of a word: "❤️#love" holds a hashtag.
_WORD_BEFORE = r"(?<![\p{L}\p{N}_&#＃](?:(?![\ufe0f\u20e3])\p{M})*)"
# "#one#two" are two.
_HASHTAGS = rf"(?=[#＃]){_WORD_BEFORE}(?:[#＃]++({_SIGN}{_MORE}*+))++"
_HASHTAG = regex.compile(_HASHTAGS)
_HASHTAG_OR_ADDRESS = regex.compile(rf"{_ADDRESS}(*SKIP)(*FAIL)|{_HASHTAGS}")
_ONLY_DIGITS = regex.compile(r"[\p{Nd}_]+")
# Names are ASCII, so that "@name님" mentions "name". "me@example.com" and the pages of people on
# other sites ("example.com/@name") are no mentions; "@one/@two" are two. A full stop at the end
# belongs to the sentence.
_MENTION = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\p{{N}}_+@＠])[@＠]([A-Za-z0-9_](?:[A-Za-z0-9._]*[A-Za-z0-9_])?+)"
    rf"(?![A-Za-z0-9_])(?![@＠])|{_ADDRESS}(*SKIP)(*FAIL)"
)
_LONGEST_NAME = 30
# What people put between hashtags when they list them.
_BETWEEN = regex.compile(r"[\s,;，、·]+")
_SPACES = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace())
# Joiners and selectors mean nothing at the end of a hashtag.
_LOOSE = "\u200d\ufe0f"


def extract_hashtags(caption: str) -> tuple[str, ...]:
    """The hashtags of `caption` without #, in NFC and their own spelling, in order, each once.

    Two that differ only in case are one.
    """
    if "#" not in caption and "＃" not in caption:
        return ()
    normal = unicodedata.normalize("NFC", caption)
    # An address has a slash or begins with "www."; most captions have neither and are found faster.
    may_hold_address = "/" in normal or "www." in normal.lower()
    pattern = _HASHTAG_OR_ADDRESS if may_hold_address else _HASHTAG
    found: dict[str, str] = {}
    for match in pattern.finditer(normal):
        for captured in match.captures(1):
            hashtag = captured.rstrip(_LOOSE)
            if len(hashtag) <= MOST_CHARACTERS and not _ONLY_DIGITS.fullmatch(hashtag):
                found.setdefault(hashtag_key(hashtag), hashtag)
    return tuple(found.values())


def read_hashtags(typed: str) -> tuple[str, ...]:
    """The hashtags that somebody typed or pasted as a list, each once, as `extract_hashtags` does.

    With # or without, between spaces or commas. A word that is no hashtag as a whole is left out.
    """
    found: dict[str, str] = {}
    for word in _BETWEEN.split(unicodedata.normalize("NFC", typed)):
        is_marked = "#" in word or "＃" in word
        hashtags = extract_hashtags(word if is_marked else f"#{word}")
        if is_marked or hashtags == (word,):
            for hashtag in hashtags:
                found.setdefault(hashtag_key(hashtag), hashtag)
    return tuple(found.values())


def extract_mentions(caption: str) -> tuple[str, ...]:
    """The user names that `caption` mentions, without @, in lower case, in order, each once.

    A name has letters, digits, full stops and underscores, and at most 30 of them.
    """
    if "@" not in caption and "＠" not in caption:
        return ()
    names = (match[1] for match in _MENTION.finditer(caption) if match[1])
    return tuple(dict.fromkeys(name.lower() for name in names if len(name) <= _LONGEST_NAME))


@functools.lru_cache(maxsize=1 << 16)  # a user's posts have the same few hundred again and again
def hashtag_key(hashtag: str) -> str:
    """What makes two spellings one hashtag: NFC and case-folded, without # and spaces around."""
    bare = hashtag.lstrip("#＃" + _SPACES).rstrip(_LOOSE + _SPACES)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", bare).casefold())
