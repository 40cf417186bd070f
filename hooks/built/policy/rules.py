"""The rules behind the policy: what a tag of a finished page may hold."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache

from built.policy.scan import Malformed, Tag

_REFUSED_ELEMENTS = {
    "style": "put the rules into a style sheet",
    "base": "it redirects every link of the page",
    **dict.fromkeys(
        ("iframe", "frame", "frameset", "object", "embed", "applet"), "nothing is framed"
    ),
    **dict.fromkeys(("portal", "fencedframe"), "nothing is framed"),
    **dict.fromkeys(("xmp", "plaintext", "noembed", "noframes"), "it is obsolete"),
    **dict.fromkeys(
        ("animate", "animatemotion", "animatetransform", "set"), "it can set any attribute"
    ),
    "handler": "it is a script",
    "listener": "it is a script",
}
_REFUSED_ATTRIBUTES = {
    "style": "put the rules into a style sheet and name a class",
    "srcdoc": "it holds a page of its own",
    "http-equiv": "only the policy itself may set one",
    "ping": "it sends data to another address",
    "xml:base": "it redirects every link within",
}
_LOADED = frozenset(
    {"src", "srcset", "imagesrcset", "poster", "background", "action", "formaction"}
    | {"manifest", "attributionsrc", "codebase", "archive", "lowsrc", "dynsrc"}
)
_LINKS_LOADED_BY = frozenset({"link", "use", "image", "feimage", "script", "filter", "pattern"})
_LINKS_NOT_LOADED = frozenset({"canonical", "alternate", "prev", "next", "author", "license", "me"})
_PAINTS = frozenset(
    {"fill", "stroke", "filter", "mask", "clip-path", "cursor"}
    | {"marker-start", "marker-mid", "marker-end"}
)
_OTHER_DOCUMENTS = frozenset({"data", "blob", "filesystem"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE | re.ASCII)
_IMAGE_DATA = re.compile(r"data:image/(?:png|gif|jpeg|webp|avif|svg\+xml)[;,]", re.IGNORECASE)
_DATA_BLOCKS = frozenset({"application/json", "application/ld+json"})


@lru_cache(maxsize=65536)
def faults(tag: Tag | Malformed) -> tuple[str, ...]:
    """What is wrong with *tag*, as sentences."""
    if isinstance(tag, Malformed):
        return (_malformed(tag),)
    return tuple(_faults(tag))


def runs_inline(tag: Tag) -> bool:
    """True for an inline script, whose hash the policy needs; data blocks do not run."""
    names = dict(tag.attributes)
    return tag.name == "script" and "src" not in names and names.get("type") not in _DATA_BLOCKS


def _malformed(tag: Malformed) -> str:
    written = tag.beginning.splitlines()[0]
    if written[:7].lower() == "<script":
        return f"a script that does not end, or holds '<' before a letter: {written!r}"
    return f"a tag that is not written plainly (in text, write '&lt;' for '<'): {written!r}"


def _faults(tag: Tag) -> Iterator[str]:
    element = tag.name.rpartition(":")[2]  # <svg:script> is a script where a page is read as XML
    if element in _REFUSED_ELEMENTS:
        yield f"<{tag.name}> is refused: {_REFUSED_ELEMENTS[element]}"
    if element == "script":
        yield from _script_faults(tag)
    names = [name for name, _ in tag.attributes]
    yield from (
        f"attribute {name!r} stands twice in <{tag.name}>"
        for name in dict.fromkeys(names)
        if names.count(name) > 1
    )
    for name, value in tag.attributes:
        yield from _attribute_faults(tag, name, value)


def _script_faults(tag: Tag) -> Iterator[str]:
    if tag.name != "script":
        yield f"<{tag.name}> is refused: write a script as <script>"
    elif "src" in dict(tag.attributes):
        if tag.text.strip():
            yield "a script with 'src' holds text as well"
    elif runs_inline(tag):
        start = " ".join(tag.text.split())[:60]
        yield f"an inline script: put it into a file: {start!r}"


def _attribute_faults(tag: Tag, name: str, value: str) -> Iterator[str]:
    if name.startswith("on"):
        yield f"attribute {name!r} of <{tag.name}> is a script: listen from a script file"
    if name in _REFUSED_ATTRIBUTES:
        yield f"attribute {name!r} of <{tag.name}> is refused: {_REFUSED_ATTRIBUTES[name]}"
    if ":" in value or "&" in value or "/" in value or "\\" in value or "(" in value:
        yield from _address_faults(tag, name, _as_a_browser_reads(value))


def _as_a_browser_reads(value: str) -> str:
    """*value* with entities decoded, and without the characters that browsers ignore in it."""
    return re.sub(r"[\t\n\r]", "", html.unescape(value)).strip(_IGNORED).replace("\\", "/")


_IGNORED = "".join(map(chr, range(0x21)))


def _address_faults(tag: Tag, name: str, value: str) -> Iterator[str]:
    scheme = _SCHEME.match(value)
    of = f"attribute {name!r} of <{tag.name}>"
    if any(re.match(r"\s*(?:javascript|vbscript)\s*:", part, re.I) for part in value.split(";")):
        yield f"{of} is a script: {value[:60]!r}"
    elif name in _PAINTS and re.search(r"url\(\s*(?![\s\"'#])|url\(\s*[\"']\s*(?!#)", value, re.I):
        yield f"{of} names something outside the page: {value[:60]!r}"
    elif _is_loaded(tag, name):
        allowed_data = tag.name in ("img", "source") and _IMAGE_DATA.match(value)
        elsewhere = name in ("srcset", "imagesrcset") and re.search(r"[a-z]:|//", value, re.I)
        if (scheme or value.startswith("//") or elsewhere) and not allowed_data:
            yield f"{of} asks another host: {value[:60]!r}"
    elif name in ("href", "xlink:href") and scheme and scheme[1].lower() in _OTHER_DOCUMENTS:
        yield f"{of} is a page of its own: {value[:60]!r}"


def _is_loaded(tag: Tag, name: str) -> bool:
    if name in _LOADED:
        return True
    if name not in ("href", "xlink:href"):
        return False
    element = tag.name.rpartition(":")[2]
    if element == "link":
        rel = dict(tag.attributes).get("rel", "").lower().split()
        return not rel or not _LINKS_NOT_LOADED.issuperset(rel)
    return element in _LINKS_LOADED_BY or element.startswith("fe")
