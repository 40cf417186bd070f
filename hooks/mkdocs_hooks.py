"""Where the guide meets MkDocs. Everything worth testing lives in `guide` and `built`."""

from __future__ import annotations

import html
import json
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

# MkDocs keeps this folder on sys.path only while it loads this file: import now or never.
from built.labels import name_controls
from built.mends import MendError, mend_theme
from built.offline import retire_worker, write_worker
from built.policy import PolicyError
from built.policy import apply as apply_policy
from built.tables import align_by_class
from built.theme import ThemeError, layer_theme
from guide import (
    BankError,
    Problem,
    build_guide,
    hold,
    quiz_uris,
    read_diagrams,
    read_sources,
    restore,
)
from guide.chooser import CHOOSER_URI, read_chooser, with_chooser
from guide.index import INDEX_URI
from guide.reading_time import minutes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.guide")


@dataclass
class _Run:
    """What one event must leave for a later one."""

    serving: bool = False
    """MkDocs tells only `on_startup` whether it builds or serves."""
    held: dict[str, list[str]] = field(default_factory=dict)
    """Finished HTML of each page that is being converted, by its URI."""
    minutes: dict[str, int] = field(default_factory=dict)
    """How long each page takes to read, by its URI."""
    quizzes: dict[str, dict[str, object]] = field(default_factory=dict)
    """The quiz on each page, by the page's address."""


_run = _Run()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
    """Remember whether pages are written to stay or to be looked at while they are mended."""
    _run.serving = command == "serve"


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add a page for each quiz file and set items into the pages that ask for them."""
    root = Path(config.config_file_path).parent
    prose = {file.src_uri: file.content_string for file in files.documentation_pages()}
    _run.minutes = {uri: minutes(markdown) for uri, markdown in prose.items()}
    sources = read_sources(root)
    rules = files.src_uris[CHOOSER_URI]
    files.remove(rules)  # it ships as part of a page
    try:
        repository = (config.repo_url or "").rstrip("/")
        pages = _pages(sources, prose, read_diagrams(root), repository, rules.content_bytes)
    except BankError as error:
        if not _run.serving:
            raise PluginError(f"These files need mending:\n{error}") from None
        log.error("These files need mending:\n%s", error)  # noqa: TRY400 - a sentence, no traceback
        pages = dict.fromkeys([*prose, *quiz_uris(sources)], _notice(error))
    _run.quizzes = _quizzes_by_page(pages.get(INDEX_URI, "{}"))
    for uri, text in pages.items():
        if uri in prose:
            files.src_uris[uri].content_string = text
        else:
            files.append(File.generated(config, uri, content=text))
    return files


def on_page_markdown(markdown: str, *, page: Page, **_: object) -> str:
    """Keep finished HTML of items back while Markdown is converted; note what the head tells."""
    page.meta["minutes"] = _run.minutes.get(page.file.src_uri)
    page.meta["quiz"] = _run.quizzes.get(page.url)
    if 'class="quiz-item"' not in markdown:
        return markdown
    markdown, _run.held[page.file.src_uri] = hold(markdown)
    return markdown


def on_page_content(content: str, *, page: Page, **_: object) -> str:
    """Put it back, before search and template see the page, and mend what Markdown leaves."""
    whole = restore(content, _run.held.pop(page.file.src_uri, []))
    return name_controls(align_by_class(whole))


@event_priority(-100)  # last: what is hashed must be what ships
def on_post_build(*, config: MkDocsConfig) -> None:
    """Mend the theme, write the policy into the pages, then the worker, which knows every file.

    No policy and no worker under serve: live reload is an inline script, and files may change.
    """
    site = Path(config.site_dir)
    try:
        layer_theme(site)
        mend_theme(site)
    except (ThemeError, MendError) as error:
        raise PluginError(str(error)) from None
    if _run.serving:
        retire_worker(site)
        return
    try:
        apply_policy(site)
    except PolicyError as error:
        raise PluginError(f"The built pages break the site's policy:\n{error}") from None
    write_worker(site)


def _pages(
    sources: Mapping[str, bytes],
    prose: Mapping[str, str],
    diagrams: Mapping[str, str],
    repository: str,
    rules: bytes,
) -> dict[str, str]:
    """Every page that quizzes or the chooser make or change; tells the mistakes of both at once."""
    problems: list[Problem] = []
    pages: dict[str, str] = {}
    try:
        pages = build_guide(sources, prose, diagrams, repository)
    except BankError as error:
        problems += error.problems
    try:
        pages |= with_chooser({**prose, **pages}, read_chooser(f"docs/{CHOOSER_URI}", rules))
    except BankError as error:
        problems += error.problems
    if problems:
        raise BankError(problems)
    return pages


def _quizzes_by_page(index: str) -> dict[str, dict[str, object]]:
    """The address and the number of items of the quiz on each page, from the *index* of all."""
    return {
        quiz["page"]: {"url": f"quizzes/{quiz['slug']}/", "questions": len(quiz["items"])}
        for quiz in json.loads(index).get("quizzes", [])
    }


def _notice(error: BankError) -> str:
    """What a browser shows until the author has mended the files."""
    rows = [f"<li><code>{html.escape(str(problem))}</code></li>" for problem in error.problems]
    listed = "\n".join(rows)
    return (
        f"# These files need mending\n\nSave them and this page reloads.\n\n<ul>\n{listed}\n</ul>\n"
    )
