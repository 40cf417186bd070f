"""Reads the names that learners see for sources."""

from __future__ import annotations

from collections.abc import Mapping

from authoring.fields import read_fields
from authoring.problems import Report
from quizbank.parse.quiz_fields import SOURCE

SOURCES = "quiz_data/sources.yml"


def read_source_names(sources: Mapping[str, bytes], report: Report) -> dict[str, str]:
    """A name for each address, or for every page below one that ends with '/'."""
    fields = read_fields(sources, SOURCES, "the sources", report)
    if fields is None:
        return {}
    names: dict[str, str] = {}
    for address, node in fields.entries("sources"):
        fields.matching(address, SOURCE, "an https address")
        name = fields.as_text(address.value, node)
        if name:
            names[address.value] = name.value.strip()
    fields.done()
    return names


def name_of(address: str, names: Mapping[str, str]) -> str:
    """What *address* is called: by its own name, by that of the folder it is in, or as it is."""
    if address in names:
        return names[address]
    folders = [each for each in names if each.endswith("/") and address.startswith(each)]
    if not folders:
        return address.removeprefix("https://").removeprefix("www.").rstrip("/")
    page = address.rstrip("/").rpartition("/")[2].removesuffix(".html")
    return f"{names[max(folders, key=len)]}, {page.replace('-', ' ')}"
