"""Runs the packer, esbuild. `make build` installs the version of package.json beside Python."""

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path


class PackError(Exception):
    """The browser code cannot be packed."""


def esbuild(folder: Path, *arguments: str) -> str:
    """What esbuild prints for *arguments* in *folder*. Raises PackError with its reason."""
    return _run(_program(_places()), *arguments, "--log-level=error", folder=folder)


def _places() -> str:
    return f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"


@cache
def _program(places: str) -> str:
    """The path of the packer. Raises PackError where there is none, or another version."""
    pinned = json.loads(Path(__file__).with_name("package.json").read_text("utf-8"))
    version = pinned["dependencies"]["esbuild"]
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
