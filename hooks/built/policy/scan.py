"""Every tag that a browser could open in a page, with its attributes and its place.

This is no HTML parser, and its answer does not depend on one. In whatever state a browser
reads a page (text, comment, title, foreign content, with or without scripting), it opens a tag
only at `<` followed by a letter. `tags` stops at every such place, in comments and text as well:

- What stands there must be a tag written plainly: white space between attributes, quotes that
  close, no `<` before its `>`. From its `<` on, such a tag reads the same in every browser.
- So every tag that a browser opens is among the tags seen here, with the same attributes. More
  may be seen here than is opened (a tag in a comment): that errs on the side of refusal.
- The only text passed over is what is inside a `<script>`, up to its `</script>`. It is handed
  to the caller, and it holds no `<` before a letter either.

Anything else is `Malformed`, and the page is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_SPACE = r"[\t\n\f\r ]"  # HTML's own white space; \s would take U+00A0 and others for it

# Python before 3.11.5 matches a possessive group wrongly, and an atomic one correctly:
# https://github.com/python/cpython/issues/100061 and /issues/106052
_ATTRIBUTE = (
    rf"{_SPACE}++[^\x00-\x20\"'<>/=]++"
    rf"(?>(?:{_SPACE}*+={_SPACE}*+(?:\"[^\"<]*+\"|'[^'<]*+'|[^\x00-\x20\"'<>=`]++))?)"
)
_ATTRIBUTES = rf"(?>(?:{_ATTRIBUTE})*)"
_END = rf"{_SPACE}*+/?>"
_TAG = re.compile(
    rf"<(?P<script>script)(?P<given>{_ATTRIBUTES}){_END}"
    rf"(?P<text>[^<]*+(?>(?:<(?![a-z/!?])[^<]*+)*))</script{_SPACE}*+>"
    rf"|<(?P<name>(?!script(?![a-z0-9:-]))[a-z][a-z0-9:-]*+)(?P<taken>{_ATTRIBUTES}){_END}"
    r"|(?=<[a-z])",  # may open a tag, and is none of the above
    re.IGNORECASE | re.ASCII,
)
_PARTS = re.compile(
    rf"([^\x00-\x20\"'<>/=]++)"
    rf"(?>(?:{_SPACE}*+={_SPACE}*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\x00-\x20>]++)))?)"
)


@dataclass(frozen=True, slots=True, eq=False)  # `_tag` makes one a spelling: compared by identity
class Tag:
    """An opening tag; names in lower case, values as written."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    text: str = ""
    """The text of a script element."""


@dataclass(frozen=True, slots=True)
class Malformed:
    """The start of something that may be a tag but is not written plainly."""

    beginning: str


def tags(page: str) -> Iterator[tuple[int, Tag | Malformed]]:
    """Every place of *page* where a tag can open, as `(offset, what stands there)`."""
    for match in _TAG.finditer(page):
        start, end = match.span()
        if start == end:
            yield start, Malformed(page[start : start + 40])
        else:
            name = match["script"] or match["name"]
            yield start, _tag(name, match["given"] or match["taken"] or "", match["text"] or "")


@lru_cache(maxsize=65536)  # the same few thousand tags make up every page of a site
def _tag(name: str, attributes: str, text: str) -> Tag:
    return Tag(name.lower(), tuple(_attributes(attributes)), text)


def _attributes(written: str) -> Iterator[tuple[str, str]]:
    return (
        (name.lower(), double or single or bare)
        for name, double, single, bare in _PARTS.findall(written)
    )
