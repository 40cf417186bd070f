"""Where the guide meets MkDocs. Everything worth testing lives in `guide` and `built`."""

from __future__ import annotations

import datetime
import functools
import hashlib
import logging
import os
import socket
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_build_timestamp

# MkDocs keeps this folder on sys.path only while it loads this file: import now or never.
from authoring.problems import Problem, ProblemsError
from built.labels import name_controls
from built.mends import MendError, mend_page, mend_theme
from built.notice import NOTICE
from built.offline import retire_worker, write_worker
from built.pack import PackError, inline_first_script, inline_styles, pack_scripts
from built.policy import PolicyError
from built.policy import apply as apply_policy
from built.preview import Source, problems_of, show_problems, where_written
from built.search import write_search_index
from built.tables import align_by_class, box_tables
from built.theme import ThemeError, drop_scripts, layer_theme
from guide import (
    LOG,
    BankError,
    Guide,
    Sources,
    downloads,
    edition_of,
    export_guide,
    hold,
    read_diagrams,
    read_guide,
    read_history,
    read_prose,
    read_sources,
    restore,
    touched_pages,
    write_guide,
)
from guide.glossary import GLOSSARY_URI
from guide.navigation import in_course_order, with_quizzes
from guide.reading_time import minutes
from mkdocs_preview import Built, Inputs, look_often, other_files
from quizbank.parse.links import quiz_uri

if TYPE_CHECKING:
    from collections.abc import Callable

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from export import Export
    from quizbank.model import Quiz

log = logging.getLogger("mkdocs.hooks.guide")


@dataclass
class _Run:
    """What one event remembers for a later one."""

    serving: bool = False
    """MkDocs tells only `on_startup` whether it builds or serves."""
    hooks: str = ""
    """A digest of the Python that runs, so that a change of it is noticed."""
    held: dict[str, dict[str, str]] = field(default_factory=dict)
    """Finished HTML of each page that is being converted, by its URI."""
    problems: tuple[Problem, ...] = ()
    """The problems of the files, which a preview shows on every page."""
    touched: frozenset[str] = frozenset()
    """The URIs of the pages that show only their problem."""
    sources: dict[str, Source] = field(default_factory=dict)
    """The Markdown of each page of docs/, by the path of the page in the site."""
    minutes: dict[str, int] = field(default_factory=dict)
    """How long each page takes to read, by its URI."""
    quizzes: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    """The quizzes on each page, by the page's URI."""
    quiz_uris: frozenset[str] = frozenset()
    """The URIs of the pages of quizzes."""
    names: dict[str, str] = field(default_factory=dict)
    """The title of each page of a quiz, by its address: all that the search knows of it."""
    nav: Any = None
    """The navigation as `mkdocs.yml` has it."""
    exports: dict[str, Export] = field(default_factory=dict)
    """The bank for other programs, as the last build of the whole site wrote it."""
    inputs: Inputs | None = None
    """What the pages of a preview are made from."""
    parts: dict[str, Any] = field(default_factory=dict)
    """What MkDocs made of the site: `config`, `files`, `env`, `nav`."""
    built: Built | None = None
    """The whole site, as a preview has built it."""


_run = _Run()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
    """Remember whether this is a build or a preview."""
    _run.serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Say in one sentence that the port is taken, before anything is built."""
    if _run.serving:  # `_preview` tells of links, and not of those into pages with a problem
        config.validation.links.update(dict.fromkeys(config.validation.links, logging.DEBUG))
    if _run.serving and not _run.hooks:
        address = (config.dev_addr.host, config.dev_addr.port)
        try:
            socket.create_server(address).close()
        except OSError as error:
            reason = os.strerror(error.errno or 0)
            sentence = f"The guide cannot be served on {address[0]}:{address[1]}: {reason}."
            raise PluginError(f"{sentence} Choose another port: make serve PORT=8001") from None
    hooks = _digest_of_hooks()
    if _run.hooks and hooks != _run.hooks:
        log.warning("Python under hooks/ has changed: stop `make serve` and start it again.")
    _run.hooks = hooks


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add a page for each quiz file and set items into the pages that ask for them."""
    prose = {file.src_uri: file.content_string for file in files.documentation_pages()}
    _run.nav = config.nav
    guide = _read(config, prose, read_history(_root(config), LOG))
    edition = edition_of(guide, _address(config), get_build_timestamp())
    _run.exports = export_guide(guide, edition)
    for uri, data in downloads(guide, edition, _run.exports).items():
        files.append(File.generated(config, uri, content=data))
    _run.names.clear()
    for uri, text in _write(config, guide).items():
        if uri in prose:
            files.src_uris[uri].content_string = text
        else:
            files.append(_generated(config, uri, text))
    config.nav = with_quizzes(config.nav, guide.bank)
    config.extra["guide"] = guide.settings
    return files


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _read(config: MkDocsConfig, prose: dict[str, str], history: str = "") -> Guide:
    """The guide whose pages are *prose*, its problems reported."""
    root = _root(config)
    sources = Sources(
        files=read_sources(root),
        prose=prose,
        diagrams=read_diagrams(root),
        history=history,
        today=datetime.datetime.now(datetime.UTC).date(),
    )
    guide = read_guide(sources)
    _report(guide)
    return replace(guide, bank=in_course_order(guide.bank, _run.nav))


def _write(config: MkDocsConfig, guide: Guide) -> dict[str, str]:
    """Every file that *guide* makes or changes, as `{uri: text}`; note what its pages show."""
    prose, quizzes = guide.sources.prose, guide.bank.quizzes
    repository = (config.repo_url or "").rstrip("/")
    address = functools.partial(_url, config)
    texts = write_guide(guide, repository, address, _run.exports)
    texts |= dict.fromkeys(_run.touched, "# This page has a problem\n")
    _run.sources = {
        _generated(config, uri, "").dest_uri: Source(f"docs/{uri}", markdown)
        for uri, markdown in prose.items()
    }
    _run.minutes = {uri: minutes(markdown) for uri, markdown in prose.items()}
    _run.quiz_uris = frozenset(quiz_uri(quiz.path) for quiz in quizzes)
    _run.quizzes = {quiz.page: [] for quiz in quizzes}
    for quiz in quizzes:
        _run.quizzes[quiz.page].append(_quiz_entry(config, quiz))
    pages = {uri: text for uri, text in {**prose, **texts}.items() if uri.endswith(".md")}
    _run.inputs = Inputs(
        frame=(guide.settings, with_quizzes(_run.nav, guide.bank)),
        pages={
            uri: (text, _run.minutes.get(uri), _run.quizzes.get(uri)) for uri, text in pages.items()
        },
        data={uri: text for uri, text in texts.items() if uri not in pages},
    )
    return texts


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Remember what a preview makes single pages with."""
    _run.parts = {"config": config, "files": files, "nav": nav}


def on_env(env: jinja2.Environment, **_: object) -> None:
    """Remember the templates too."""
    _run.parts["env"] = env


def on_page_markdown(markdown: str, *, page: Page, **_: object) -> str:
    """Hold finished HTML of items back from Markdown; pass on what the page's head shows."""
    page.meta["minutes"] = _run.minutes.get(page.file.src_uri)
    page.meta["quizzes"] = _run.quizzes.get(page.file.src_uri, [])
    if page.file.src_uri in _run.quiz_uris:
        page.meta["search"] = {"exclude": True}  # the plugin would read it only to drop it
    if 'class="quiz-item"' not in markdown:
        return markdown
    markdown, _run.held[page.file.src_uri] = hold(markdown)
    return markdown


def on_page_content(content: str, *, page: Page, **_: object) -> str:
    """Put that HTML back before search and template see the page; fix what Markdown leaves."""
    whole = restore(content, _run.held.pop(page.file.src_uri, {}))
    content = name_controls(box_tables(align_by_class(whole)))
    if not _run.serving:
        return content
    return content + NOTICE if page.file.src_uri in _run.touched else NOTICE + content


@event_priority(-100)  # after search, which reads the list of headings
def on_page_context(context: TemplateContext, *, page: Page, **_: object) -> TemplateContext:
    """Leave the terms of the glossary out of the list beside the page; note titles of quizzes."""
    if page.file.src_uri in _run.quiz_uris:
        _run.names[page.url] = page.toc.items[0].title
    if page.file.src_uri == GLOSSARY_URI:
        for title in page.toc:
            for letter in title.children:
                letter.children.clear()
    return context


@event_priority(-100)  # last: what is hashed must be what ships
def on_post_build(*, config: MkDocsConfig) -> None:
    """Mend the theme, pack the scripts, write the policy, then the worker, which knows every file.

    Under serve the scripts are served as written, and there is no policy and no worker: live
    reload is an inline script, and files may change. What a build would refuse is shown instead.
    """
    site = Path(config.site_dir)
    write_search_index(site, _run.names)
    try:
        layer_theme(site)
        drop_scripts(site)
        mend_theme(site)
    except (ThemeError, MendError) as error:
        raise PluginError(str(error)) from None
    if _run.serving:
        retire_worker(site)
        _preview(site, config)
        if _run.inputs:
            _run.built = Built(**_run.parts, inputs=_run.inputs, others=other_files(config))
        return
    try:
        pack_scripts(site)
        first, styles = inline_first_script(site), inline_styles(site)
    except PackError as error:
        raise PluginError(str(error)) from None
    try:
        apply_policy(site, [first, *styles.elements], styles.read)
    except PolicyError as error:
        told = PolicyError(where_written(error.problems, site, _run.sources))
        raise PluginError(f"The built pages break the site's policy:\n{told}") from None
    write_worker(site)


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
) -> None:
    """Look for saved files often, and make again only the pages that they change."""
    look_often(server, config)

    def build() -> None:
        if not (_run.built and _make_again(_run.built)):
            _run.built = None
            builder()

    server.builder = build


def _make_again(built: Built) -> bool:
    """Make the pages that saved files change; False where that asks for the whole site."""
    config = built.config
    if other_files(config) != built.others:
        return False
    try:
        prose = read_prose(_root(config))
    except BankError:
        return False  # for MkDocs to tell
    guide = _read(config, prose)
    if not guide.problems and not _run.exports:
        return False  # the downloads are still to be written
    _write(config, guide)
    pages = built.make_again(_run.inputs) if _run.inputs else None
    if pages is None:
        return False
    site = Path(config.site_dir)
    for page in pages:
        mend_page(site / page)
    _preview(site, config)
    log.info("Made again: %s", ", ".join(pages) or "nothing has changed")
    return True


def _preview(site: Path, config: MkDocsConfig) -> None:
    """Say in the terminal and on every page what a build would refuse."""
    unfinished = {_generated(config, uri, "").dest_uri for uri in _run.touched}
    late = problems_of(site, _run.sources, unfinished)
    if _run.problems:  # downloads are not written until there are none
        late = [problem for problem in late if "downloads/" not in problem.sentence]
    if late:
        log.error("The built pages have problems:\n%s", ProblemsError(late))
    show_problems(site, [*_run.problems, *late])


def _report(guide: Guide) -> None:
    """Stop the build where there are problems; under serve, remember where to show them."""
    if guide.problems and not _run.serving:
        sentence = f"These files have problems:\n{BankError(guide.problems)}"
        raise PluginError(sentence)
    _run.problems, _run.touched = guide.problems, frozenset()
    if guide.problems:
        log.error("These files have problems:\n%s", BankError(guide.problems))
        _run.touched = touched_pages(guide)


def _address(config: MkDocsConfig) -> Callable[[str], str]:
    """Where each page will be, as a whole address; '' where the site's own is not set."""

    @functools.cache
    def address(uri: str) -> str:
        return f"{config.site_url}{_generated(config, uri, '').url}" if config.site_url else ""

    return address


def _url(config: MkDocsConfig, uri: str) -> str:
    return _generated(config, uri, "").url


def _generated(config: MkDocsConfig, uri: str, text: str) -> File:
    return File.generated(config, uri, content=text)


def _quiz_entry(config: MkDocsConfig, quiz: Quiz) -> dict[str, object]:
    return {
        "url": _generated(config, quiz_uri(quiz.path), "").url,
        "title": quiz.title,
        "questions": len(quiz.items),
    }


def _digest_of_hooks() -> str:
    modules = sorted(Path(__file__).parent.rglob("*.py"))
    return hashlib.sha256(b"".join(module.read_bytes() for module in modules)).hexdigest()
