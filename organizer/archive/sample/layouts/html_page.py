"""Pages of an export in HTML: blocks of Instagram's own classes, on one long line."""

from collections.abc import Iterable
from html import escape

_BLOCK = '<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">'
_CAPTION_CLASSES = "_3-95 _2pim _a6-h _a6-i"


def page(name: str, title: str, blocks: Iterable[str]) -> bytes:
    """The page that lies at `name` in the export; its links count from the export's root."""
    base = "../" * name.count("/")
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />'
        f'<base href="{base}" /><title>{escape(title)}</title></head>'
        '<body class="_5vb_ _2yq _a7o5"><div class="_li"><div class="_a705">'
        f'<header class="_as-_ _a70a"><div class="_a70d"><h1>{escape(title)}</h1></div></header>'
        f'<main class="_a706" role="main">{"".join(blocks)}</main></div></div></body></html>'
    ).encode()


def block(caption_tag: str, caption: str, content: str, date: str) -> str:
    """A block of the page; parts that are "" are left out, `content` is HTML already."""
    heading = ""
    if caption:
        # Lines of a caption are broken by newlines as they are: not by <br>.
        heading = f'<{caption_tag} class="{_CAPTION_CLASSES}">{escape(caption)}</{caption_tag}>'
    below = f'<div class="_3-94 _a6-o">{escape(date)}</div>' if date else ""
    return f'{_BLOCK}{heading}<div class="_3-95 _a6-p">{content}</div>{below}</div>'


def table(rows: Iterable[tuple[str, str]]) -> str:
    """A table of labels and values, or "" when there are none."""
    cells = "".join(
        f'<tr><td colspan="2" class="_2pin _a6_q"><div class="_a6-q">{escape(label)}</div>'
        f'<div><div class="_a6-q">{escape(value)}</div></div></td></tr>'
        for label, value in rows
    )
    return cells and f'<table style="table-layout: fixed;">{cells}</table>'
