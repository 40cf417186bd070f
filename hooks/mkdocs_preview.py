"""Under `mkdocs serve`: makes again only the pages that a saved file changes.

MkDocs itself builds the whole site at each save, which takes seconds. What pages alone cannot show
(a file that is new or gone, a template, a style, the settings) still asks for that.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import _build_page, _populate_page
from watchdog.observers.polling import PollingObserver

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_LOOK_EVERY = 0.15
"""Seconds; MkDocs looks for saved files every half second."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the pages are made from."""

    frame: object
    """What all pages show, as the settings do; where it changes, so does each of them."""
    pages: Mapping[str, tuple[object, ...]]
    """The Markdown of each page and what its head shows, by its URI."""
    data: Mapping[str, str]
    """The text of each file that is no page, by its URI."""


@dataclass(slots=True)
class Built:
    """What a build of the whole site leaves for later ones."""

    config: MkDocsConfig
    files: Files
    env: jinja2.Environment
    nav: Navigation
    inputs: Inputs
    others: dict[str, int]

    def make_again(self, inputs: Inputs) -> list[str] | None:
        """Write what *inputs* change; the paths of the pages, or None to ask for the whole site."""
        before = self.inputs
        if inputs.frame != before.frame or inputs.pages.keys() != before.pages.keys():
            return None
        changed = [uri for uri, made_from in inputs.pages.items() if made_from != before.pages[uri]]
        pages = [self._page(uri) for uri in changed]
        titles = [page.title for page in pages]
        for uri, page in zip(changed, pages, strict=True):
            page.file.content_string = str(inputs.pages[uri][0])
            _populate_page(page, self.config, self.files)
        if titles != [page.title for page in pages]:
            return None  # other pages show them
        for page in pages:
            _build_page(page, self.config, self.files.documentation_pages(), self.nav, self.env)
        for uri, text in inputs.data.items():
            Path(self.config.site_dir, uri).write_text(text, "utf-8", newline="\n")
        self.inputs = inputs
        return [page.file.dest_uri for page in pages]

    def _page(self, uri: str) -> Page:
        page = self.files.src_uris[uri].page
        if page is None:
            raise KeyError(uri)
        return page


def look_often(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Have *server* notice a saved file sooner; MkDocs adds what else it watches after this."""
    watched = [config.docs_dir, config.config_file_path]
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=_LOOK_EVERY)
    for path in watched:
        server.watch(path)


def other_files(config: MkDocsConfig) -> dict[str, int]:
    """When each watched file was saved; 0 for pages and quizzes, which are read at each save."""
    places = map(Path, [config.docs_dir, config.config_file_path, *config.watch])
    return {str(path): _saved(path, place) for place in places for path in _files(place)}


def _files(place: Path) -> Iterator[Path]:
    """The files below *place* that are no editor's."""
    paths = place.rglob("*") if place.is_dir() else [place]
    return (
        path for path in paths if path.is_file() and not path.match(".*") and path.name[-1] != "~"
    )


def _saved(path: Path, place: Path) -> int:
    is_read = path != place and path.suffix in {".md", ".yml"}
    return 0 if is_read else path.stat().st_mtime_ns
