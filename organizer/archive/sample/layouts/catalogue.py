"""The layouts by name, and what each is made of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from organizer.archive.sample.entries import PlannedPost
from organizer.archive.sample.layouts.detailed import detailed_list
from organizer.archive.sample.layouts.flat import arrange_flat, flat_list
from organizer.archive.sample.layouts.html_lists import html_lists
from organizer.archive.sample.layouts.information import (
    ACTIVITY_HTML_INFORMATION,
    ACTIVITY_INFORMATION,
    CONTENT_HTML_INFORMATION,
    CONTENT_INFORMATION,
    FLAT_INFORMATION,
    InformationFile,
)
from organizer.archive.sample.layouts.json_lists import json_lists
from organizer.archive.sample.layouts.list_names import (
    ACTIVITY_CONTENT_LISTS,
    ACTIVITY_MEDIA_LISTS,
    CONTENT_LISTS,
)
from organizer.archive.sample.layouts.other_files import (
    activity_files,
    as_pages,
    content_files,
    flat_files,
)
from organizer.archive.sample.wording import Wording

ListWriter = Callable[[Sequence[PlannedPost], Wording], dict[str, bytes]]


class SampleLayout(StrEnum):
    """The forms of an export: which lists of posts there are, and in which folders."""

    FLAT = "flat"
    CONTENT = "content"
    ACTIVITY_CONTENT = "activity-content"
    ACTIVITY_MEDIA = "activity-media"
    DETAILED = "detailed"
    HTML = "html"
    HTML_CONTENT = "html-content"


@dataclass(frozen=True, slots=True)
class LayoutForm:
    """What a layout is made of.

    `lists` make the lists of planned posts by name, `others` what lies beside them.
    `rare_kinds` are planned besides the usual kinds of posts; `arrange` puts the planned files
    where the layout has them.
    """

    information: InformationFile
    lists: tuple[ListWriter, ...]
    others: Callable[[], dict[str, bytes]]
    rare_kinds: tuple[str, ...] = ()
    arrange: Callable[[Sequence[PlannedPost]], list[PlannedPost]] = list


_ACTIVITY_MEDIA = partial(json_lists, ACTIVITY_MEDIA_LISTS)

FORMS: Mapping[SampleLayout, LayoutForm] = {
    SampleLayout.FLAT: LayoutForm(FLAT_INFORMATION, (flat_list,), flat_files, arrange=arrange_flat),
    SampleLayout.CONTENT: LayoutForm(
        CONTENT_INFORMATION,
        (partial(json_lists, CONTENT_LISTS),),
        content_files,
        rare_kinds=("igtv", "other"),
    ),
    SampleLayout.ACTIVITY_CONTENT: LayoutForm(
        ACTIVITY_INFORMATION,
        (partial(json_lists, ACTIVITY_CONTENT_LISTS),),
        activity_files,
        rare_kinds=("igtv", "other"),
    ),
    SampleLayout.ACTIVITY_MEDIA: LayoutForm(
        ACTIVITY_INFORMATION, (_ACTIVITY_MEDIA,), activity_files
    ),
    SampleLayout.DETAILED: LayoutForm(
        ACTIVITY_INFORMATION,
        (_ACTIVITY_MEDIA, detailed_list),
        activity_files,
        rare_kinds=("drafts",),
    ),
    SampleLayout.HTML: LayoutForm(
        ACTIVITY_HTML_INFORMATION,
        (partial(html_lists, ACTIVITY_MEDIA_LISTS, "h2"),),
        lambda: as_pages(activity_files()),
    ),
    SampleLayout.HTML_CONTENT: LayoutForm(
        CONTENT_HTML_INFORMATION,
        (partial(html_lists, CONTENT_LISTS, "div"),),
        lambda: as_pages(content_files()),
    ),
}
