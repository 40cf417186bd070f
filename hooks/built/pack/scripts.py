"""Packs each module of `assets/pages` with all that it imports."""

import re
from pathlib import Path

from built.pack.esbuild import esbuild

_PACKED = "assets/pages"
_IMPORTS = re.compile(r'^(?:import|export) [^"]*"\.', re.MULTILINE)
_OPTIONS = (
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2022",
    "--charset=utf8",
    "--legal-comments=none",
    "--out-extension:.js=.mjs",
    "--allow-overwrite",
)


def pack_scripts(site: Path) -> None:
    """Replace each module that a page of *site* loads by one small file without imports.

    Raises PackError. A second run changes nothing.
    """
    modules = sorted(site.glob(f"{_PACKED}/*.mjs"))
    waiting = [path for path in modules if _IMPORTS.search(path.read_text("utf-8"))]
    if waiting:
        names = (path.relative_to(site).as_posix() for path in waiting)
        esbuild(site, *_OPTIONS, f"--outdir={_PACKED}", *names)
