"""A service is asked with the official client; what it says is cut to what was asked."""

import contextlib
import io
import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from service_server import MODEL, ServiceServer, completion

from organizer.errors import OrganizerError
from organizer.vision.errors import (
    ServiceAnswerUnreadable,
    ServiceRefused,
    ServiceUnreachable,
    UnsafeAddress,
)
from organizer.vision.service import ServiceSettings, VisionService, estimated_usage
from organizer.vision.service_address import checked_address, host_of, is_this_computer
from organizer.vision.service_answers import ServiceQuestion, read_answer
from organizer.vision.service_settings import bounded, load_presets, read_service, store_service

QUESTION = ServiceQuestion({"pets": "Pets", "travel": "Travel"}, 3, "Korean")


def picture(colour: str = "red") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(stream, "JPEG")
    return stream.getvalue()


def asked(server: ServiceServer, *pictures: bytes, key: str = ""):
    with VisionService(server.settings(), key) as service:
        return service.ask(pictures, QUESTION)


def test_pictures_go_in_one_request_and_come_back_with_what_was_said():
    with ServiceServer(("pets",), ("강아지",)) as server:
        answer = asked(server, picture("red"), picture("blue"), key="secret")
    assert [one.hashtags for one in answer.opinions if one] == [("강아지",)] * 2
    assert answer.opinions[0].categories == ("pets",)
    (request,) = server.requests
    assert request["model"] == MODEL
    assert [image.size for image in server.pictures] == [(40, 30)] * 2
    assert server.keys == ["Bearer secret"]
    schema = request["response_format"]["json_schema"]["schema"]
    assert schema["properties"]["pictures"]["items"]["properties"]["categories"]["items"][
        "enum"
    ] == ["pets", "travel"]
    assert answer.usage.input_tokens == 1000


def test_what_was_used_is_told_in_dollars():
    with ServiceServer() as server:
        settings = server.settings(input_price=2.0, output_price=10.0)
        with VisionService(settings) as service:
            answer = service.ask([picture()], QUESTION)
    assert answer.usage.cost == pytest.approx((1000 * 2 + 100 * 10) / 1_000_000)


def test_what_fails_in_passing_is_tried_again():
    with ServiceServer() as server:
        server.trouble.extend([(503, "{}"), (429, "{}")])
        assert asked(server, picture()).opinions[0] is not None
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("status", "error"),
    [(401, ServiceRefused), (404, ServiceRefused), (400, ServiceRefused), (429, ServiceRefused)],
)
def test_a_refusal_says_why(status: int, error: type[OrganizerError]):
    with ServiceServer() as server:
        server.trouble.extend([(status, json.dumps({"error": {"message": "no credit"}}))] * 9)
        with pytest.raises(error, match="no credit"):
            asked(server, picture())


def test_a_service_that_is_broken_or_gone_cannot_be_reached():
    with ServiceServer() as server:
        server.trouble.extend([(500, "{}")] * 9)
        with pytest.raises(ServiceUnreachable):
            asked(server, picture())
    with pytest.raises(ServiceUnreachable):
        asked(server, picture())


def test_pictures_do_not_follow_a_redirect_to_where_nobody_agreed_to():
    with ServiceServer() as elsewhere, ServiceServer() as server:
        server.redirect = f"{elsewhere.address}/chat/completions"
        server.trouble.append((307, "{}"))
        with pytest.raises(OrganizerError):
            asked(server, picture())
        assert elsewhere.requests == []


@pytest.mark.parametrize("text", ["", "I see a dog", "[1]", '{"pictures": 3}', "{" * 100_000])
def test_an_answer_that_makes_no_sense_names_the_service(text: str):
    with ServiceServer() as server:
        server.trouble.append((200, completion(text)))
        with pytest.raises(ServiceAnswerUnreadable, match=r"127\.0\.0\.1"):
            asked(server, picture())


def test_the_models_of_a_service_are_listed():
    with ServiceServer() as server, VisionService(server.settings()) as service:
        assert service.models() == (MODEL,)


def test_json_in_a_code_block_is_read_and_what_was_not_asked_for_is_cut():
    said = {
        "number": 1,
        "categories": ["travel", "travel", "weapons", 7],
        "hashtags": ["#바다", "sea", "sea", "", "a", "b", None],
    }
    text = f"```json\n{json.dumps({'pictures': [said, 'x']})}\n```"
    opinions = read_answer(text, 2, QUESTION, "here")
    assert opinions[0].categories == ("travel",)
    assert opinions[0].hashtags == ("바다", "sea", "a")
    assert opinions[1] is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(_JSON)
def test_whatever_is_said_gives_opinions_or_an_error(said: object):
    text = json.dumps({"pictures": [{"number": 1, "categories": said, "hashtags": said}]})
    (opinion,) = read_answer(text, 1, QUESTION, "here")
    assert opinion is not None
    assert set(opinion.categories) <= {"pets", "travel"}
    assert len(opinion.hashtags) <= QUESTION.limit
    try:
        read_answer(json.dumps({"pictures": said}), 1, QUESTION, "here")
    except ServiceAnswerUnreadable as error:
        assert error.file == "here"


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://api.openai.com/v1/", "api.openai.com"),
        (" http://localhost:11434/v1", "localhost:11434"),
        ("http://192.168.0.7:1234/v1", "192.168.0.7:1234"),
        ("http://studio.local/v1", "studio.local"),
        ("http://[::1]:80/v1", "[::1]:80"),
    ],
)
def test_addresses_that_are_safe_are_known_by_their_host(address: str, host: str):
    assert host_of(checked_address(address)) == host


@pytest.mark.parametrize(
    "address",
    [
        *("", "ftp://x/v1", "api.openai.com", "http://api.openai.com/v1", "http://8.8.8.8/v1"),
        *("https://me:secret@api.openai.com/v1", "https://x/v1?key=1", "http://[::1/v1"),
        "https://x:99999999/v1",
    ],
)
def test_addresses_that_would_show_pictures_to_others_are_refused(address: str):
    with pytest.raises(UnsafeAddress):
        checked_address(address)


@given(st.text(string.printable, max_size=40))
def test_any_text_is_an_address_or_is_refused(text: str):
    with contextlib.suppress(UnsafeAddress):
        assert host_of(checked_address(text))


def test_this_computer_is_known_from_others():
    assert is_this_computer("http://localhost:11434/v1")
    assert is_this_computer("http://127.0.0.1/v1")
    assert not is_this_computer("http://192.168.0.7/v1")
    assert not is_this_computer("https://localhost.example.com/v1")


def test_the_estimate_grows_with_pictures_and_costs_nothing_without_prices():
    free, paid = ServiceSettings(), ServiceSettings(input_price=1.0, output_price=4.0)
    assert estimated_usage(free, 100).cost == 0
    assert estimated_usage(paid, 100).cost > estimated_usage(paid, 50).cost > 0
    assert estimated_usage(free, 8).input_tokens == 2 * 450 + 8 * 415


def test_presets_are_whole_and_safe():
    presets = load_presets()
    assert [preset.name for preset in presets] == ["Ollama", "LM Studio", "OpenAI"]
    for preset in presets:
        assert checked_address(preset.settings.address) == preset.settings.address
        assert bounded(preset.settings) == preset.settings


def test_the_service_is_remembered_and_none_is_there_at_first(
    tmp_path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert read_service() == ServiceSettings()
    settings = ServiceSettings("http://localhost/v1", "바라보기", 99, 0)
    store_service(settings)
    assert read_service() == ServiceSettings("http://localhost/v1", "바라보기", 16, 1)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"address": 3}', "\ud800"])
def test_a_damaged_file_is_told_of_and_counts_for_no_service(
    content: str,
    tmp_path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    store_service(ServiceSettings("http://localhost/v1"))
    (file,) = tmp_path.rglob("service.json")
    file.write_bytes(content.encode("utf-8", "surrogatepass"))
    assert read_service() == ServiceSettings()
    assert "service.json is damaged" in caplog.text
