"""Puts the theme's rules into a cascade layer, where any rule of the guide outweighs them.

The theme also takes 1rem for 20 pixels and sets the root's size to make it so. The guide leaves the
root at the size that the reader chose, so the theme's lengths are scaled to what they were.

No page loads the theme's scripts.
"""

import re
import shutil
from pathlib import Path

_SHEETS = "assets/stylesheets/*.min.css"
_SCRIPTS = "assets/javascripts"
_LAYER = "@layer theme{"
_CHARSET = '@charset "UTF-8";'
_LENGTH = re.compile(r"(?<![\w.#-])(-?)(\d*\.?\d+)rem\b")
_THEMES_REM = 20 / 16


class ThemeError(Exception):
    """The theme is not what this module was written for."""


def layer_theme(site: Path) -> None:
    """Rewrite each of the theme's style sheets in *site*. A second run changes nothing."""
    sheets = sorted(site.glob(_SHEETS))
    if not sheets:
        raise ThemeError(f"{site.name}/{_SHEETS}: there is no style sheet of the theme to layer")
    for sheet in sheets:
        text = sheet.read_text("utf-8")
        if not text.startswith(_LAYER):
            sheet.write_text(layered(text), "utf-8", newline="\n")


def drop_scripts(site: Path) -> None:
    """Remove the theme's scripts from *site*. A second run changes nothing."""
    shutil.rmtree(site / _SCRIPTS, ignore_errors=True)


def layered(css: str) -> str:
    """*css* inside the layer `theme`, its lengths in rems of 16 pixels."""
    scaled = _LENGTH.sub(_scaled, css.removeprefix(_CHARSET))
    return f"{_LAYER}{scaled}}}\n"


def _scaled(length: re.Match[str]) -> str:
    return f"{length[1]}{float(length[2]) * _THEMES_REM:.6g}rem"
