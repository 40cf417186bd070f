"""XML as text: elements, and what XML cannot hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from export.edition import UnfitError

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, *content: str, **attributes: str) -> str:
    """An element whose *content* is XML already; its attributes' values are text."""
    head = "".join([name, *(f" {key}={quoteattr(value)}" for key, value in attributes.items())])
    inner = "".join(content)
    return f"<{head}>{inner}</{name}>" if inner else f"<{head}/>"


def fit(xml: str) -> str:
    """*xml* as it is. Raises UnfitError for a character that XML cannot hold."""
    if bad := _NOT_XML.search(xml):
        raise UnfitError(f"XML cannot hold the character U+{ord(bad[0]):04X}")
    return xml


__all__ = ["DECLARATION", "element", "escape", "fit"]
