"""The whole guide as Markdown. Knows no site generator: text in, text out."""

from authoring.problems import BankError, Problem
from guide.build import build_guide, quiz_uris
from guide.disk import read_diagrams, read_prose, read_sources, write_pages
from guide.hold import hold, restore

__all__ = [
    "BankError",
    "Problem",
    "build_guide",
    "hold",
    "quiz_uris",
    "read_diagrams",
    "read_prose",
    "read_sources",
    "restore",
    "write_pages",
]
