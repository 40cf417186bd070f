"""An item's Markdown as HTML and as plain text, without a site generator."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

Address = Callable[[str], str]

_INLINE = re.compile(
    r"(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|\[(?P<label>[^\[\]]*)\]\(\s*(?P<target>[^()\s]*)\s*\)"
    r"|\*\*(?P<strong>[^*\s](?:[^*]*[^*\s])?)\*\*"
    r"|(?<![*\w])\*(?P<em>[^*\s](?:[^*]*[^*\s])?)\*(?![*\w])"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])",
    re.DOTALL,
)
_MARK = re.compile(r"[`\[*\\]")
"""What each piece of markup starts with; most texts have none."""
_FENCE = re.compile(r"^```[a-z0-9_+-]*[ ]*\n((?:(?![ ]*```).*\n)*?)```[ ]*$", re.MULTILINE)
_ENTITY = re.compile(r"&#?\w{1,31};")
_BULLET = re.compile(r"^[-*+][ ]+")
_NUMBER = re.compile(r"^\d+\.[ ]+")


_KNOWN = 1 << 18
"""Texts: those of 20,000 items. Each format asks for the same ones."""


@lru_cache(maxsize=_KNOWN)
def to_html(markdown: str, address: Address) -> str:
    """Markdown of several blocks as HTML; *address* is as in Edition."""
    parts: list[str] = []
    end = 0
    for fence in _FENCE.finditer(markdown):
        parts += _blocks(markdown[end : fence.start()], address)
        parts.append(f"<pre><code>{html.escape(fence[1])}</code></pre>")
        end = fence.end()
    return "".join([*parts, *_blocks(markdown[end:], address)])


@lru_cache(maxsize=_KNOWN)
def line_html(markdown: str, address: Address) -> str:
    """A paragraph of Markdown as HTML without its `<p>`."""
    return "".join(_inline_html(match, text, address) for match, text in _pieces(markdown))


def to_plain(markdown: str) -> str:
    """Markdown as text: what a reader sees, without emphasis and addresses of links."""
    return "".join(_inline_plain(match, text) for match, text in _pieces(markdown.strip("\n")))


def _blocks(markdown: str, address: Address) -> Iterator[str]:
    for block in re.split(r"\n[ ]*\n", markdown.strip("\n")):
        lines = block.split("\n")
        for bullet, tag in ((_BULLET, "ul"), (_NUMBER, "ol")):
            first = next((n for n, line in enumerate(lines) if bullet.match(line)), None)
            if first is not None:
                yield from _paragraph("\n".join(lines[:first]), address)
                yield f"<{tag}>{''.join(_entries(lines[first:], bullet, address))}</{tag}>"
                break
        else:
            yield from _paragraph(block, address)


def _paragraph(text: str, address: Address) -> Iterator[str]:
    if text.strip():
        yield f"<p>{line_html(text.strip(), address)}</p>"


def _entries(lines: list[str], bullet: re.Pattern[str], address: Address) -> Iterator[str]:
    """Each entry of a list; a line without a bullet continues the entry before it."""
    entries: list[str] = []
    for line in lines:
        if bullet.match(line):
            entries.append(bullet.sub("", line))
        else:
            entries[-1] += f"\n{line.strip()}"
    return (f"<li>{line_html(entry, address)}</li>" for entry in entries)


def _pieces(text: str) -> Iterator[tuple[re.Match[str] | None, str]]:
    """Each piece of markup as its match, and the text between the pieces."""
    end = 0
    for match in _INLINE.finditer(text) if _MARK.search(text) else ():
        yield None, _decoded(text[end : match.start()])
        yield match, match[0]
        end = match.end()
    yield None, _decoded(text[end:])


def _inline_html(match: re.Match[str] | None, text: str, address: Address) -> str:
    if match is None:
        return html.escape(text)
    kind = match.lastgroup
    if kind == "code":
        return f"<code>{html.escape(match['code'].strip())}</code>"
    if kind == "escaped":
        return html.escape(match["escaped"])
    if kind == "target":
        label, target = line_html(match["label"], address), _target(match["target"], address)
        return f'<a href="{html.escape(target)}">{label}</a>' if target else label
    return f"<{kind}>{line_html(match[str(kind)], address)}</{kind}>"


def _inline_plain(match: re.Match[str] | None, text: str) -> str:
    if match is None:
        return text
    if match.lastgroup == "code":
        return match["code"].strip()
    if match.lastgroup == "escaped":
        return match["escaped"]
    inner = match["label"] if match.lastgroup == "target" else match[str(match.lastgroup)]
    return to_plain(inner)


def _target(target: str, address: Address) -> str:
    """The address that a link has from outside the guide, or '' if it is not known."""
    if not target.startswith("/"):
        return target
    page, mark, section = target[1:].partition("#")
    whole = address(page)
    return f"{whole}{mark}{section}" if whole else ""


def _decoded(text: str) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text) if "&" in text else text
