"""Packs the browser code of a finished site: each module of `assets/pages` with all it imports.

esbuild does the work. `make build` installs the version of package.json beside Python.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

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
    "--log-level=error",
)


class PackError(Exception):
    """The browser code cannot be packed."""


def pack_scripts(site: Path) -> None:
    """Replace each module that a page of *site* loads by one small file without imports.

    Raises PackError. A second run changes nothing.
    """
    modules = sorted(site.glob(f"{_PACKED}/*.mjs"))
    waiting = [path for path in modules if _IMPORTS.search(path.read_text("utf-8"))]
    if waiting:
        names = (path.relative_to(site).as_posix() for path in waiting)
        _run(_esbuild(), *_OPTIONS, f"--outdir={_PACKED}", *names, folder=site)


def _esbuild() -> str:
    """The path of the packer. Raises PackError where there is none, or another version."""
    pinned = json.loads(Path(__file__).with_name("package.json").read_text("utf-8"))
    version = pinned["dependencies"]["esbuild"]
    places = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    program = shutil.which("esbuild", path=places)
    if not program:
        sentence = f"The scripts cannot be packed: esbuild {version} is not installed."
        raise PackError(f"{sentence} `make build` installs it.")
    if (found := _run(program, "--version").strip()) != version:
        sentence = f"The scripts are packed by esbuild {version}, and {program} is {found}."
        raise PackError(f"{sentence} `make build` installs the right one.")
    return program


def _run(*command: str, folder: Path | None = None) -> str:
    done = subprocess.run(  # noqa: S603  # our own options, and names of our own files
        command, cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise PackError(f"The scripts cannot be packed:\n{done.stderr.strip()}")
    return done.stdout
