"""What real exports hold besides, some of it under the names of lists of posts."""

from organizer.archive.sample.escaping import dump_json
from organizer.archive.sample.layouts.html_page import page
from organizer.archive.sample.layouts.list_names import ACTIVITY

_NO_DATA = b"You have no data in this section.\n"
_INSIGHTS = {"organic_insights_posts": [{"title": "", "string_map_data": {}}]}
_LIKES: dict[str, list[object]] = {"likes_media_likes": []}


def flat_files() -> dict[str, bytes]:
    """Those of layout A."""
    return _dumped({"likes.json": {"media_likes": []}, "connections.json": {"followers": {}}})


def content_files() -> dict[str, bytes]:
    """Those of layout B."""
    return _dumped(
        {
            "past_instagram_insights/posts.json": _INSIGHTS,
            "likes/liked_posts.json": _LIKES,
            "followers_and_following/followers_1.json": [],
        }
    ) | {"contacts/no-data.txt": _NO_DATA}


def activity_files() -> dict[str, bytes]:
    """Those of layouts C and D."""
    return _dumped(
        {
            "logged_information/past_instagram_insights/posts.json": _INSIGHTS,
            f"{ACTIVITY}/threads/threads_and_replies.json": {"text_post_app_text_posts": []},
            f"{ACTIVITY}/likes/liked_posts.json": _LIKES,
            "connections/followers_and_following/followers_1.json": [],
        }
    ) | {"connections/no-data.txt": _NO_DATA}


def as_pages(files: dict[str, bytes]) -> dict[str, bytes]:
    """`files` of an export in HTML: each JSON file is a page without entries."""
    pages = {}
    for name, content in files.items():
        if name.endswith(".json"):
            renamed = name.removesuffix(".json") + ".html"
            pages[renamed] = page(renamed, "Instagram", [])
        else:
            pages[name] = content
    return pages


def _dumped(contents: dict[str, object]) -> dict[str, bytes]:
    return {name: dump_json(content).encode("ascii") for name, content in contents.items()}
