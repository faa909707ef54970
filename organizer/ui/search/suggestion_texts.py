"""What the rows of suggestions say."""

from PySide6.QtCore import QCoreApplication

from organizer.library.completions import Completion, CompletionKind
from organizer.ui import formatting
from organizer.ui.search.suggestion_list import SuggestionRow

_ICONS = {
    CompletionKind.HASHTAG: "hashtag",
    CompletionKind.CATEGORY: "category",
    CompletionKind.DATE: "calendar",
    CompletionKind.USER: "person",
    CompletionKind.KEY: "search",
}


def completion_row(completion: Completion) -> SuggestionRow:
    """The row of `completion`."""
    text = completion.text
    hint = formatting.number(completion.count) if completion.count else ""
    if completion.kind is CompletionKind.DATE:
        text = str(completion.year)
        if completion.month is not None:
            text = formatting.month(completion.year, completion.month)
    elif completion.kind is CompletionKind.CATEGORY:
        hint = QCoreApplication.translate("SearchSuggestions", "Category")
    elif completion.kind is CompletionKind.KEY:
        hint = _explanation(completion.value)
    return SuggestionRow(_ICONS[completion.kind], text, hint)


def _explanation(key: str) -> str:
    translate = QCoreApplication.translate
    texts = {
        "is:video": translate("SearchSuggestions", "videos only"),
        "is:photo": translate("SearchSuggestions", "no videos"),
        "is:favourite": translate("SearchSuggestions", "favourites only"),
        "is:carousel": translate("SearchSuggestions", "posts with several pictures"),
        "is:story": translate("SearchSuggestions", "stories only"),
        "is:reel": translate("SearchSuggestions", "reels only"),
        "before:": translate("SearchSuggestions", "before a day, as in 2023-06-30"),
        "after:": translate("SearchSuggestions", "after a month, as in 2023-06"),
        "in:": translate("SearchSuggestions", "in a year, as in 2023"),
    }
    return texts.get(key, "")
