"""A rule means what it says, and a wrong one says where it is wrong."""

from unicodedata import normalize

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.tagging.concepts import load_concepts
from organizer.tagging.rules import (
    LONGEST_RULE,
    Both,
    BrokenRule,
    Either,
    Named,
    Opposite,
    Rule,
    RuleFault,
    evaluate,
    parse_rule,
)

CONCEPTS = load_concepts().concepts
IDS = [concept.id for concept in CONCEPTS]
NAMES = st.sampled_from([concept.id for concept in CONCEPTS])
WORDS = ["and", "or", "not", "(", ")", "dog", "강아지", "fried chicken", "&", "|", "!", "$", "또는"]


def held(text: str, **probabilities: float) -> float:
    row = np.zeros((1, len(IDS)), np.float32)
    for name, probability in probabilities.items():
        row[0, IDS.index(name)] = probability
    (answer,) = evaluate(parse_rule(text, CONCEPTS), row)
    return float(answer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("adult", 0.8),
        ("not adult", 0.2),
        ("adult or child", 0.8),
        ("adult and child", 0.24),
        ("adult and not child", 0.56),
        ("not (adult or child)", 0.2),
        ("dog or adult and child", 0.24),
        ("(dog or adult) and child", 0.24),
        ("not not adult", 0.8),
    ],
)
def test_and_is_the_product_or_the_larger_not_the_rest(text: str, expected: float):
    assert held(text, adult=0.8, child=0.3, dog=0.1) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    "text",
    [
        "adult and not child",
        "ADULT AND NOT CHILD",
        "adult & !child",
        "adult&&!child",
        "어른 그리고 아닌 아이",
        "성인 and not 어린이",
        "  ( adult )and(not(child))",
        "grown_up and not kid",
    ],
)
def test_many_ways_to_say_the_same(text: str):
    assert parse_rule(text, CONCEPTS) == parse_rule("adult and not child", CONCEPTS)


@pytest.mark.parametrize("text", ["fried chicken", "Fried  Chicken", "fried_chicken", "치킨"])
def test_names_may_be_several_words(text: str):
    assert parse_rule(text, CONCEPTS) == Named("fried_chicken", IDS.index("fried_chicken"))


def test_a_decomposed_korean_name_is_the_same_name():
    assert parse_rule(normalize("NFD", "강아지"), CONCEPTS) == parse_rule("강아지", CONCEPTS)


@pytest.mark.parametrize(
    ("text", "position", "said"),
    [
        ("", 0, "it is empty"),
        ("   ", 0, "it is empty"),
        ("dog and", 7, "a name is missing at its end"),
        ("not", 3, "a name is missing at its end"),
        ("(dog or cat", 11, "a parenthesis is not closed"),
        ("dog)", 3, "“)” at character 4"),
        ("dog and or cat", 8, "“or” at character 9"),
        ("dog $ cat", 4, "“$” at character 5"),
        ("dog or ()", 8, "“)” at character 9"),
        ("and dog", 0, "“and” at character 1"),
        ("dog and aminal", 8, "no concept “aminal”; is “animal” meant?"),
        ("강아쥐", 0, "is “강아지” meant?"),
        ("dog or zzzzqq", 7, "no concept “zzzzqq”"),
        ("android", 0, "no concept “android”"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, position: int, said: str):
    with pytest.raises(BrokenRule) as caught:
        parse_rule(text, CONCEPTS)
    assert caught.value.position == position
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("dog and fried aminal or cat", "fried aminal"),
        ("dog and or cat", "or"),
        ("dog $ cat", "$"),
        ("dog and", ""),
        (normalize("NFD", "강아지 또는 고양쥐"), normalize("NFD", "고양쥐")),
    ],
)
def test_all_that_is_wrong_can_be_marked_in_what_was_typed(text: str, wrong: str):
    with pytest.raises(BrokenRule) as caught:
        parse_rule(text, CONCEPTS)
    start = caught.value.position
    assert text[start : start + caught.value.length] == wrong


def test_what_is_wrong_is_known_without_its_sentence():
    with pytest.raises(BrokenRule) as caught:
        parse_rule("dog and aminal", CONCEPTS)
    assert caught.value.fault is RuleFault.MISSPELT
    assert caught.value.named == {"found": "aminal", "near": "animal"}


@pytest.mark.parametrize(
    "text",
    [
        "dog or " * 10_000 + "dog",
        "(" * 100_000,
        "not " * 200 + "dog",
        "not (dog and " * 70 + "dog" + ")" * 70,
        "x" * (LONGEST_RULE + 1),
    ],
)
def test_hostile_rules_are_refused(text: str):
    with pytest.raises(BrokenRule) as caught:
        parse_rule(text, CONCEPTS)
    assert len(str(caught.value)) < 250


def test_parentheses_alone_are_no_depth():
    assert parse_rule("(" * 400 + "dog" + ")" * 400, CONCEPTS) == parse_rule("dog", CONCEPTS)


def written(rule: Rule) -> str:
    match rule:
        case Named(id=id):
            return id
        case Opposite(part=part):
            return f"not ({written(part)})"
        case Both(parts=parts):
            return " and ".join(f"({written(part)})" for part in parts)
        case Either(parts=parts):
            return " or ".join(f"({written(part)})" for part in parts)


RULES = st.recursive(
    NAMES.map(lambda id: Named(id, IDS.index(id))),
    lambda part: (
        part.map(Opposite)
        | st.lists(part, min_size=2, max_size=3).map(lambda parts: Both(tuple(parts)))
        | st.lists(part, min_size=2, max_size=3).map(lambda parts: Either(tuple(parts)))
    ),
    max_leaves=8,
)


@given(RULES)
def test_what_is_written_is_read_again(rule: Rule):
    assert parse_rule(written(rule), CONCEPTS) == rule


@given(RULES, st.integers(0, 2**32 - 1))
def test_rules_give_probabilities(rule: Rule, seed: int):
    probabilities = np.random.default_rng(seed).random((4, len(IDS)), dtype=np.float32)
    answers = evaluate(rule, probabilities)
    assert answers.shape == (4,)
    assert answers.dtype == np.float32
    assert ((answers >= 0) & (answers <= 1)).all()


@given(RULES, st.integers(0, 2**32 - 1))
def test_rules_over_certainties_are_boolean(rule: Rule, seed: int):
    certain = (np.random.default_rng(seed).random((4, len(IDS))) > 0.5).astype(np.float32)
    text = written(rule)
    for row, answer in zip(certain, evaluate(rule, certain), strict=True):
        values = {id: bool(value) for id, value in zip(IDS, row, strict=True)}
        assert bool(answer) is eval(text, {"__builtins__": {}}, values)  # noqa: S307 - our own text


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=200))
def test_any_text_is_a_rule_or_says_what_is_wrong(text: str):
    try:
        rule = parse_rule(text, CONCEPTS)
    except BrokenRule as error:
        assert 0 <= error.position <= error.position + error.length <= len(text)
        assert str(error)
    else:
        assert evaluate(rule, np.ones((1, len(IDS)), np.float32)).shape == (1,)
