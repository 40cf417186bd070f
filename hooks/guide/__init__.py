"""The whole guide as Markdown. Knows no site generator: text in, text out."""

from authoring.problems import BankError, Problem
from guide.build import (
    Guide,
    Sources,
    build_guide,
    downloads,
    edition_of,
    export_guide,
    quiz_uris,
    read_guide,
    touched_pages,
    write_guide,
)
from guide.changes import LOG
from guide.disk import (
    read_diagrams,
    read_history,
    read_prose,
    read_sources,
    write_file,
    write_pages,
)
from guide.hold import hold, restore

__all__ = [
    "LOG",
    "BankError",
    "Guide",
    "Problem",
    "Sources",
    "build_guide",
    "downloads",
    "edition_of",
    "export_guide",
    "hold",
    "quiz_uris",
    "read_diagrams",
    "read_guide",
    "read_history",
    "read_prose",
    "read_sources",
    "restore",
    "touched_pages",
    "write_file",
    "write_guide",
    "write_pages",
]
