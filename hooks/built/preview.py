"""Shows in a preview the breaches of the policy and the dead links that would fail a build."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from authoring.characters import end_of
from authoring.markdown_text import without_code
from authoring.problems import Problem
from built.links import Site
from built.notice import with_notice, without_notice
from built.policy import breaches

_ATTRIBUTE = re.compile(r"([^\s\"'=<>/]+)=(\"[^\"]*\"|'[^']*'|[^\s>]+)")

_INTO = "]("
"""What Markdown has before the target of a link."""


class Source(NamedTuple):
    """The Markdown that a page was built from."""

    path: str
    markdown: str


def problems_of(
    site: Path, sources: Mapping[str, Source], unfinished: Collection[str]
) -> list[Problem]:
    """Every breach of the policy and every dead link of *site*, where its author wrote it.

    *sources* are by the path of the page in *site*. Pages that are *unfinished* do not have all
    their ids, so a link may name any of them.
    """
    built = Site(site)
    built.unfinished = unfinished
    return sorted(set(where_written([*breaches(site), *built.problems()], site, sources)))


def where_written(
    problems: Sequence[Problem], site: Path, sources: Mapping[str, Source]
) -> Iterator[Problem]:
    """*problems* of built pages, moved to their place in Markdown where there is one."""
    for problem in problems:
        page = problem.path.removeprefix(f"{site}/").removeprefix(f"{site.name}/")
        source = sources.get(page)
        text = without_notice((site / page).read_text("utf-8")) if source else ""
        place = _place(problem, text, source) if source else None
        if source and place:
            yield Problem(source.path, *place, problem.sentence)
        else:
            yield Problem(f"site/{page}", problem.line, problem.column, problem.sentence)


def show_problems(site: Path, problems: Sequence[Problem]) -> None:
    """Name *problems* on every page of *site*, and no longer those of before."""
    rows = [f"<li><code>{html.escape(str(problem))}</code></li>" for problem in problems]
    summary = f"Problems: {len(rows)}. Save the files and this page reloads."
    notice = f"<details open><summary>{summary}</summary><ul>{''.join(rows)}</ul></details>"
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        shown = with_notice(text, notice if rows else "")
        if shown != text:
            page.write_text(shown, "utf-8", newline="\n")


def _place(problem: Problem, page: str, source: Source) -> tuple[int, int] | None:
    """Where in the Markdown of *page* the tag with the *problem* is written, or None."""
    line = page.split("\n")[problem.line - 1 :]
    tag = "\n".join([line[0][problem.column - 1 :], *line[1:]]).partition(">")[0] + ">"
    markdown = without_code(source.markdown)
    for text in _traces(tag, problem.sentence):
        if text in markdown:
            start = markdown.index(text) + (len(_INTO) if text.startswith(_INTO) else 0)
            return end_of(source.markdown[:start])
    return None


def _traces(tag: str, sentence: str) -> Iterator[str]:
    """Texts of *tag* that its Markdown may hold too, the most specific first."""
    yield tag
    for attribute in _ATTRIBUTE.finditer(tag):
        name, value = attribute[1], html.unescape(attribute[2].strip("\"'"))
        if value and (repr(name) in sentence or repr(value[:60]) in sentence):
            yield attribute[0]
            yield f"{_INTO}{value}"
            yield value
            if "#" in value:
                yield value[value.index("#") :]
