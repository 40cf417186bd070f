"""The one module that touches files: reads every page, reports problems, writes the policy."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from authoring.problems import Problem, ProblemsError
from built.notice import without_notice
from built.policy.header import digest, meta, policy
from built.policy.rules import faults
from built.policy.scan import Malformed, Tag, tags

_OPENING = re.compile(
    r'\s*<!doctype html>\s*<html(?:\s[^<>]*)?>\s*<head>\s*<meta charset="?utf-8"?\s*/?>',
    re.IGNORECASE,
)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"<>]*">')
_INLINE = re.compile(r"<(style|script)>.*?</\1>", re.DOTALL)
_OTHER_PAGES = frozenset({".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".hta"})

# XML opens elements at more than letters and has entities of its own; no drawing needs either.
_UNREAD_IN_SVG = re.compile(
    r"<(?![a-zA-Z/])(?!!--)(?!\?xml version=.1\.0.(?: encoding=.UTF-8.)?\?>)"
)


Check = Callable[[str, str], list[tuple[int, str]]]
"""Finds the faults of a text of a kind of file."""


class PolicyError(ProblemsError):
    """The site cannot be published as it is."""


def apply(
    site: Path,
    own: Collection[str] = (),
    read: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> None:
    """Check every page and drawing of the finished *site*, then give each page its policy.

    *own* are the elements, style or script, that the build itself has written into pages; *read*
    names, by page, the pages that its scripts parse. Raises `PolicyError` with every problem of
    every page, and then changes no file.
    """
    own = frozenset(own)
    pages, problems = _read(site, own, _faults)
    if problems:
        raise PolicyError(problems)
    for path, text in pages.items():
        others = [pages[site / other] for other in read.get(path.relative_to(site).as_posix(), ())]
        page = _with_policy(text, others, own).encode()
        if page != path.read_bytes():
            path.write_bytes(page)


def has_policy(site: Path) -> bool:
    """Whether `apply` has been at *site* before."""
    home = (site / "index.html").read_bytes().decode("utf-8", "replace")
    return home != _without_policy(home)


def breaches(site: Path) -> list[Problem]:
    """Every problem for which `apply` would refuse *site*."""
    return _read(site, (), _known_faults)[1]


def _read(site: Path, own: Collection[str], check: Check) -> tuple[dict[Path, str], list[Problem]]:
    """Every page without its policy, and every problem."""
    pages: dict[Path, str] = {}
    problems: list[Problem] = []
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        kind = path.suffix.lower()
        if kind not in {".html", ".svg"} | _OTHER_PAGES:
            continue
        told_as = f"{site.name}/{path.relative_to(site).as_posix()}"
        if kind in _OTHER_PAGES:
            sentence = f"a page may not end in {kind!r}: only .html gets the policy"
            problems.append(Problem(told_as, 1, 1, sentence))
            continue
        try:
            text = without_notice(_without_policy(path.read_bytes().decode("utf-8")))
        except UnicodeDecodeError as error:
            problems.append(Problem(told_as, 1, 1, f"not UTF-8 at byte {error.start}"))
            continue
        faults_found = check(kind, _without(own, text))
        problems += (_placed(told_as, text, *fault) for fault in faults_found)
        if kind == ".html":
            pages[path] = text
    return pages, problems


def _faults(kind: str, text: str) -> list[tuple[int, str]]:
    """The offset of each fault of a page or a drawing, and what it is."""
    found = list(tags(text))
    return list((_page_faults if kind == ".html" else _drawing_faults)(text, found))


_known_faults = lru_cache(maxsize=512)(_faults)  # at each save, and few pages have changed


def _without(own: Collection[str], text: str) -> str:
    """*text* with spaces in place of the elements that the build has written."""
    return _INLINE.sub(lambda each: " " * len(each[0]) if each[0] in own else each[0], text)


def _page_faults(text: str, found: list[tuple[int, Tag | Malformed]]) -> Iterator[tuple[int, str]]:
    if not _OPENING.match(text):
        opening = '<!doctype html><html><head><meta charset="utf-8">'
        yield 0, f"the page does not open with {opening}: the policy would come too late"
    if "\0" in text:
        yield text.index("\0"), "a NUL character"
    for offset, tag in found:
        for sentence in faults(tag):
            yield offset, sentence


def _drawing_faults(
    text: str, found: list[tuple[int, Tag | Malformed]]
) -> Iterator[tuple[int, str]]:
    for match in _UNREAD_IN_SVG.finditer(text):
        yield match.start(), "markup that a drawing does not need"
    for offset, tag in found:
        if isinstance(tag, Tag) and tag.name == "script":
            yield offset, "a script in a drawing"
        for sentence in faults(tag):
            yield offset, sentence


def _placed(told_as: str, text: str, offset: int, sentence: str) -> Problem:
    line = text.count("\n", 0, offset) + 1
    return Problem(told_as, line, offset - text.rfind("\n", 0, offset), sentence)


def _without_policy(text: str) -> str:
    """*text* without the policy that an earlier run has written."""
    opening = _OPENING.match(text)
    if opening and (old := _POLICY.match(text, opening.end())):
        return text[: old.start()] + text[old.end() :]
    return text


def _with_policy(text: str, others: Collection[str], own: Collection[str]) -> str:
    """*text* with a policy that allows its inline elements, and the styles of *others*."""
    elements = {each for each in _inline(text) if each in own}
    read = {each for page in others for each in _inline(page) if each in own}
    scripts = {_digest(each) for each in elements if each.startswith("<script>")}
    styles = {_digest(each) for each in elements | read if each.startswith("<style>")}
    at = match.end() if (match := _OPENING.match(text)) else 0
    return f"{text[:at]}{meta(policy(scripts, styles))}{text[at:]}"


@lru_cache(maxsize=1024)  # exams and reviews read the pages of all quizzes
def _inline(page: str) -> tuple[str, ...]:
    """The elements of *page* that the build may have written."""
    return tuple(match[0] for match in _INLINE.finditer(page))


@lru_cache(maxsize=4096)  # many pages have the same style
def _digest(element: str) -> str:
    return digest(element[element.index(">") + 1 : element.rindex("<")])
