"""A service is asked with the official client; what it says is cut to what was asked."""

import asyncio
import contextlib
import io
import json
import socket
import string

import httpx2
import openai
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from service_server import MODEL, RecordingProxy, ServiceServer, completion

from organizer.errors import OrganizerError
from organizer.indexing.services import models_of
from organizer.vision.errors import (
    ServiceAnswerUnreadable,
    ServiceRefused,
    ServiceUnreachable,
    UnsafeAddress,
)
from organizer.vision.service import ServiceSettings, ServiceUsage, VisionService
from organizer.vision.service_address import checked_address, host_of, is_this_computer
from organizer.vision.service_answers import (
    ServiceOpinion,
    ServiceQuestion,
    answer_schema,
    instructions,
    read_answer,
)
from organizer.vision.service_estimate import estimated_usage, instruction_tokens
from organizer.vision.service_patience import seconds_asked_for
from organizer.vision.service_replies import read_models, read_reply
from organizer.vision.service_settings import bounded, load_presets, read_service, store_service

QUESTION = ServiceQuestion({"pets": "Pets", "travel": "Travel"}, 3, "Korean")


def picture(colour: str = "red") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(stream, "JPEG")
    return stream.getvalue()


def asked(server: ServiceServer, *pictures: bytes, key: str = ""):
    return asked_of(server.settings(), *pictures, key=key)


def asked_of(settings: ServiceSettings, *pictures: bytes, key: str = ""):
    async def ask():
        async with VisionService(settings, key) as service:
            return await service.ask(pictures, QUESTION)

    return asyncio.run(ask())


def name_proxy(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, address)
        monkeypatch.setenv(name.lower(), address)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Where names lead, beside those that the system knows; "" for nowhere."""
    known: dict[str, str] = {}
    ask = socket.getaddrinfo

    def answer(name: str | bytes, port: int, **options: int):
        asked = name.decode() if isinstance(name, bytes) else name
        if known.get(asked) == "":
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return ask(known.get(asked, asked), port, **options)

    def answer_in_order(name: str | bytes, port: int, *arguments: int, **options: int):
        named = dict(zip(("family", "type", "proto", "flags"), arguments, strict=False))
        return answer(name, port, **named, **options)

    monkeypatch.setattr(socket, "getaddrinfo", answer_in_order)
    return known


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
        answer = asked_of(server.settings(input_price=2.0, output_price=10.0), picture())
    assert answer.usage.cost == pytest.approx((1000 * 2 + 100 * 10) / 1_000_000)


def test_what_fails_in_passing_is_tried_again():
    with ServiceServer() as server:
        server.trouble.extend([(503, "{}"), (429, "{}")])
        assert asked(server, picture()).opinions[0] is not None
    assert len(server.requests) == 3


def test_a_service_that_asks_to_wait_is_asked_again_and_again():
    with ServiceServer() as server:
        server.trouble.extend([(429, "{}")] * 8)
        assert asked(server, picture()).opinions[0] is not None


@pytest.mark.parametrize("retry_after", ["86400", "Fri, 31 Dec 2100 23:59:59 GMT"])
def test_who_wants_to_be_left_alone_for_long_ends_the_run(retry_after: str):
    with ServiceServer(retry_after=retry_after) as server:
        server.trouble.append((429, json.dumps({"error": {"message": "come back tomorrow"}})))
        with pytest.raises(ServiceRefused, match="come back tomorrow"):
            asked(server, picture())
    assert len(server.requests) == 1


def test_who_has_no_credit_left_is_not_asked_again():
    with ServiceServer() as server:
        said = {"error": {"message": "no credit", "code": "insufficient_quota"}}
        server.trouble.append((429, json.dumps(said)))
        with pytest.raises(ServiceRefused, match="no credit"):
            asked(server, picture())
    assert len(server.requests) == 1


@pytest.mark.parametrize("header", ["0", "-3", "nan", "soon", "1e400", "", "\x7f"])
def test_whatever_is_said_of_when_to_come_back_gives_a_time_or_none(header: str):
    response = httpx2.Response(429, headers={"Retry-After": header})
    response.request = httpx2.Request("POST", "http://localhost")
    seconds = seconds_asked_for(openai.APIStatusError("busy", response=response, body=None))
    assert seconds is None or seconds >= 0


@pytest.mark.parametrize(
    ("status", "error"),
    [(401, ServiceRefused), (404, ServiceRefused), (400, ServiceRefused), (429, ServiceRefused)],
)
def test_a_refusal_says_why(status: int, error: type[OrganizerError]):
    with ServiceServer() as server:
        server.trouble.extend([(status, json.dumps({"error": {"message": "no credit"}}))] * 10)
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


NO_ANSWERS = [
    *(
        b"",
        b"<html>gateway</html>",
        b"null",
        b"[]",
        b'"x"',
        b"{}",
        b"3",
        b"\xff\xfe\x00",
        b'{"a":"\xff"}',
    ),
    *(b'{"choices": null}', b'{"choices": "abc"}', b'{"choices": {"a": 1}}', b'{"choices": []}'),
    *(b'{"choices": [null]}', b'{"choices": [{}]}', b'{"choices": [{"message": null}]}'),
    *(
        b'{"choices": [{"message": {"content": %s}}]}' % said
        for said in (b"null", b"5", b"[]", b"{}")
    ),
    *(b"[" * 100_000, b'{"choices": [{"message": {"content": [{"type": "text", "text": "x"}]}}]}'),
    *(completion(text).encode() for text in ("", "I see a dog", "[1]", '{"pictures": 3}')),
    *(completion(text).encode() for text in ("{" * 100_000, '{"pictures"' * 100_000)),
]


@pytest.mark.parametrize("body", NO_ANSWERS, ids=lambda body: repr(body[:40]))
def test_what_is_no_answer_names_the_service(body: bytes):
    with ServiceServer() as server:
        server.trouble.append((200, body))
        with pytest.raises(ServiceAnswerUnreadable, match=r"127\.0\.0\.1"):
            asked(server, picture())


@pytest.mark.parametrize(
    "body", ["", "<html>", "null", "{}", "[]", '{"data": "abc"}', '{"data": 3}', "[" * 100_000]
)
def test_what_is_no_list_of_models_names_the_service(body: str):
    with ServiceServer(models=body) as server, pytest.raises(ServiceAnswerUnreadable):
        models_of(server.settings(), "")


@pytest.mark.parametrize(
    ("body", "models"),
    [
        ('{"data": null}', ()),
        ('{"data": [1, {}, {"id": null}, {"id": "b"}, {"id": "a"}, {"id": "a"}]}', ("a", "b")),
    ],
)
def test_what_is_no_model_is_left_out_of_the_list(body: str, models: tuple[str, ...]):
    with ServiceServer(models=body) as server:
        assert models_of(server.settings(), "") == models


def test_an_error_that_is_called_a_success_is_told():
    with ServiceServer() as server:
        server.trouble.append((200, '{"error": {"message": "no such model"}}'))
        with pytest.raises(ServiceAnswerUnreadable, match="no such model"):
            asked(server, picture())


@pytest.mark.parametrize(
    "usage", ["null", "{}", '{"prompt_tokens": "x"}', '{"prompt_tokens": 1e400}']
)
def test_an_answer_without_a_count_of_its_tokens_is_one(usage: str):
    with ServiceServer() as server:
        body = json.loads(completion('{"pictures": [{"number": 1, "categories": ["pets"]}]}'))
        body["usage"] = json.loads(usage)
        server.trouble.append((200, json.dumps(body)))
        answer = asked_of(server.settings(1.0, 1.0), picture())
    assert answer.opinions == (ServiceOpinion(("pets",), ()),)
    assert answer.usage == ServiceUsage()


def test_the_models_of_a_service_are_listed():
    with ServiceServer() as server:
        assert models_of(server.settings(), "") == (MODEL,)


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


def test_the_last_answer_in_a_text_with_other_braces_counts():
    first, last = ({"pictures": [{"number": 1, "hashtags": [tag]}]} for tag in ("draft", "sea"))
    text = f"<think>{{maybe}} {json.dumps(first)}</think> {json.dumps(last)} {{done}}"
    (opinion,) = read_answer(text, 1, QUESTION, "here")
    assert opinion.hashtags == ("sea",)


@pytest.mark.parametrize(
    ("numbers", "meant"),
    [
        ((1, 2), ("a", "b")),
        (("2", " 1 "), ("b", "a")),
        ((2.0, 1), ("b", "a")),
        ((0, 1), ("a", "b")),
        ((0,), ("a", None)),
        ((None, None), ("a", "b")),
        ((2, None), (None, "a")),
        ((True, 2), (None, "b")),
        ((7, [1]), (None, None)),
    ],
)
def test_pictures_are_known_by_numbers_however_written(numbers, meant):
    entries = [
        {"number": number, "hashtags": [tag]} for number, tag in zip(numbers, "ab", strict=False)
    ]
    opinions = read_answer(json.dumps({"pictures": entries}), 2, QUESTION, "here")
    assert tuple(one and one.hashtags[0] for one in opinions) == meant


@pytest.mark.parametrize("numbers", [(0, 2), (0, 1, 2), (None,), (None, None, None)])
def test_tags_that_may_be_another_pictures_are_not_taken(numbers):
    text = json.dumps({"pictures": [{"number": one, "hashtags": ["a"]} for one in numbers]})
    with pytest.raises(ServiceAnswerUnreadable):
        read_answer(text, 2, QUESTION, "here")


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


@given(st.binary() | _JSON.map(lambda said: json.dumps(said).encode()))
def test_whatever_comes_is_read_or_told_of(body: bytes):
    for read in (read_reply, read_models):
        try:
            read(body, "here")
        except ServiceAnswerUnreadable as error:
            assert error.file == "here"
            assert error.detail


@given(_JSON, st.sampled_from(("choices", "usage", "message", "content", "number", "pictures")))
def test_a_reply_that_is_wrong_in_one_place_is_read_or_told_of(said: object, place: str):
    content: object = said if place == "pictures" else [{"number": 1, "hashtags": ["sea"]}]
    if place == "number":
        content = [{"number": said}]
    reply = json.loads(completion(json.dumps({"pictures": content})))
    if place in ("choices", "usage"):
        reply[place] = said
    elif place == "message":
        reply["choices"][0]["message"] = said
    elif place == "content":
        reply["choices"][0]["message"]["content"] = said
    try:
        answer = read_reply(json.dumps(reply).encode(), "here")
        assert answer.input_tokens >= 0
        assert len(read_answer(answer.text, 1, QUESTION, "here")) == 1
    except ServiceAnswerUnreadable as error:
        assert error.file == "here"


def test_what_goes_to_a_near_service_takes_no_proxy(monkeypatch: pytest.MonkeyPatch):
    with RecordingProxy() as proxy, ServiceServer() as server:
        name_proxy(monkeypatch, proxy.address)
        port = server.address.split(":")[2]
        for host in ("127.0.0.1", "localhost"):
            settings = ServiceSettings(f"http://{host}:{port}", MODEL)
            assert asked_of(settings, picture(), key="secret").opinions[0] is not None
            assert models_of(settings, "secret") == (MODEL,)
        assert proxy.asked == []


@pytest.mark.parametrize("host", ["nas", "studio.local", "gate.lan"])
def test_a_name_of_the_own_network_is_looked_up_before_anything_is_sent(
    host: str, names: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    with RecordingProxy() as proxy, ServiceServer() as server:
        name_proxy(monkeypatch, proxy.address)
        settings = ServiceSettings(server.address.replace("127.0.0.1", host), MODEL)
        names[host] = "127.0.0.1"
        assert asked_of(settings, picture()).opinions[0] is not None
        names[host] = "8.8.8.8"
        with pytest.raises(UnsafeAddress, match="leads out of your own network"):
            asked_of(settings, picture())
        with pytest.raises(UnsafeAddress):
            models_of(settings, "")
        names[host] = ""
        with pytest.raises(ServiceUnreachable, match=host):
            asked_of(settings, picture())
        assert len(server.requests) == 1
        assert proxy.asked == []


def test_what_goes_to_a_far_service_takes_the_users_proxy(monkeypatch: pytest.MonkeyPatch):
    with RecordingProxy() as proxy:
        name_proxy(monkeypatch, proxy.address)
        with pytest.raises(ServiceUnreachable):
            models_of(ServiceSettings("https://service.example.com/v1", MODEL), "secret")
        assert any("CONNECT service.example.com:443" in asked for asked in proxy.asked)
        assert not any("secret" in asked for asked in proxy.asked)


@pytest.mark.parametrize(
    "proxy", ["socks5://127.0.0.1:9", "gopher://127.0.0.1", "http://[", "http://a b"]
)
def test_a_proxy_that_cannot_be_used_is_told_of_where_it_would_be(
    proxy: str, monkeypatch: pytest.MonkeyPatch
):
    name_proxy(monkeypatch, proxy)
    with ServiceServer() as server:
        assert models_of(server.settings(), "") == (MODEL,)
    with pytest.raises(ServiceUnreachable):
        models_of(ServiceSettings("https://service.example.com/v1", MODEL), "")


def test_nothing_of_this_computer_goes_to_a_service(monkeypatch: pytest.MonkeyPatch):
    for name, value in {
        "OPENAI_API_KEY": "sk-env",
        "OPENAI_ADMIN_KEY": "sk-env",
        "OPENAI_ORG_ID": "org-env",
        "OPENAI_PROJECT_ID": "project-env",
        "OPENAI_BASE_URL": "http://127.0.0.1:9/env",
        "OPENAI_CUSTOM_HEADERS": "X-Corp: env\nAuthorization: env\nUser-Agent: env\nAccept: env",
    }.items():
        monkeypatch.setenv(name, value)
    with ServiceServer() as server:
        asked(server, picture(), key="secret")
        models_of(server.settings(), "secret")
    assert server.keys == ["Bearer secret"] * 2
    allowed = {"host", "accept", "accept-encoding", "authorization", "user-agent"}
    for headers in server.headers:
        assert {name.lower() for name in headers} <= {*allowed, "content-type", "content-length"}
        assert "env" not in str(headers)


def test_a_key_that_can_be_none_is_told_of():
    with ServiceServer() as server, pytest.raises(ServiceRefused, match="key"):
        asked(server, picture(), key="비밀")
    assert server.requests == []


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://api.openai.com/v1/", "api.openai.com"),
        (" http://localhost:11434/v1", "localhost:11434"),
        ("http://192.168.0.7:1234/v1", "192.168.0.7:1234"),
        ("http://studio.local/v1", "studio.local"),
        ("http://[::1]:80/v1", "[::1]:80"),
        ("http://nas:11434", "nas:11434"),
    ],
)
def test_addresses_that_are_safe_are_known_by_their_host(address: str, host: str):
    assert host_of(checked_address(address)) == host


@pytest.mark.parametrize(
    "address",
    [
        *("", "ftp://x/v1", "api.openai.com", "http://api.openai.com/v1", "http://8.8.8.8/v1"),
        *("https://me:secret@api.openai.com/v1", "https://x/v1?key=1", "http://[::1/v1"),
        *("https://x:99999999/v1", "http://[::ffff:8.8.8.8]/v1", "http://localhost.example.com/v1"),
        *("https://exam ple.com/v1", "https://api.openai.com/v1\u200b", "http://@nas/v1"),
    ],
)
def test_addresses_that_would_show_pictures_to_others_are_refused(address: str):
    with pytest.raises(UnsafeAddress):
        checked_address(address)


@given(st.text(string.printable, max_size=40) | st.text(max_size=20).map("https://{}".format))
def test_any_text_is_an_address_or_is_refused(text: str):
    with contextlib.suppress(UnsafeAddress):
        assert host_of(checked_address(text))


@pytest.mark.parametrize(
    "address",
    [f"https://{'a' * 70}.example/v1", "https://a..b/v1", "https://xn--/v1", "https://*/v1"],
)
def test_an_address_that_is_none_after_all_is_told_of(address: str):
    with pytest.raises((UnsafeAddress, ServiceUnreachable)):
        models_of(ServiceSettings(address, MODEL), "")


def test_this_computer_is_known_from_others():
    assert is_this_computer("http://localhost:11434/v1")
    assert is_this_computer("http://127.0.0.1/v1")
    assert not is_this_computer("http://192.168.0.7/v1")
    assert not is_this_computer("https://localhost.example.com/v1")


def test_the_estimate_grows_with_pictures_and_costs_nothing_without_prices():
    free, paid = ServiceSettings(), ServiceSettings(input_price=1.0, output_price=4.0)
    assert estimated_usage(free, QUESTION, 100).cost == 0
    many, few = (estimated_usage(paid, QUESTION, pictures) for pictures in (100, 50))
    assert many.cost > few.cost > 0


def test_the_instructions_are_estimated_as_long_as_they_are():
    names = {f"category_{number}": "반려동물과 함께한 시간" for number in range(40)}
    long = ServiceQuestion(names, 3, "Korean")
    # Between the words there are tokens of more than one letter.
    letters = len(instructions(long)) + len(json.dumps(answer_schema(long), ensure_ascii=False))
    assert letters / 5 < instruction_tokens(long) < letters
    more = instruction_tokens(long) - instruction_tokens(QUESTION)
    one_at_a_time = ServiceSettings(pictures_at_once=1)
    difference = (
        estimated_usage(one_at_a_time, long, 10).input_tokens
        - estimated_usage(one_at_a_time, QUESTION, 10).input_tokens
    )
    assert difference == 10 * more


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
