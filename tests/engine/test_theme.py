"""The theme's style sheets and markup, as the guide changes them in a finished site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built.mends import MENDS, Mend, MendError, mend_theme
from built.theme import ThemeError, layer_theme, layered


def test_the_theme_goes_into_a_layer_and_its_lengths_keep_their_size() -> None:
    css = '@charset "UTF-8";html{font-size:125%}.a{margin:-.2rem 1rem .05rem;width:10.5rem}'

    assert layered(css) == (
        "@layer theme{html{font-size:125%}.a{margin:-0.25rem 1.25rem 0.0625rem;width:13.125rem}}\n"
    )


def test_a_second_run_changes_no_style_sheet(tmp_path: Path) -> None:
    sheet = tmp_path / "assets" / "stylesheets" / "main.1a2b.min.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(".a{margin:1rem}", "utf-8")
    layer_theme(tmp_path)
    once = sheet.read_bytes()

    layer_theme(tmp_path)

    assert sheet.read_bytes() == once


def test_a_site_without_the_theme_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="no style sheet of the theme"):
        layer_theme(tmp_path)


def test_every_mend_names_its_cause() -> None:
    assert all(mend.fault and mend.cause.startswith("https://") for mend in MENDS)


MEND = Mend("a wrong word", "https://example.org/", re.compile("wrong"), "right")


def test_a_mend_applies_once_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<p>wrong</p>", "utf-8")
    (tmp_path / "other.html").write_text("<p>other</p>", "utf-8")

    mend_theme(tmp_path, [MEND])
    mend_theme(tmp_path, [MEND])

    assert page.read_text("utf-8") == "<p>right</p>"


def test_a_mend_that_no_page_needs_is_told_with_its_cause(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>fine</p>", "utf-8")

    with pytest.raises(MendError, match=r"a wrong word \(https://example\.org/\)"):
        mend_theme(tmp_path, [MEND])
