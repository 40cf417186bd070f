"""Leave a guide on another subject that builds: the engine, with the exhibit to begin from.

python tests/tools/new_guide.py FOLDER
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXHIBIT = ROOT / "tests" / "engine" / "exhibit"

ENGINE = ("hooks", "overrides", "docs/assets", ".gitignore", ".gitattributes")
OF_THIS_GUIDE = (
    "diagrams",
    "labs",
    "calculator",
    "rank",
    "stopping",
    "calculator.mjs",
    "matrix-rank.mjs",
    "early-stopping.mjs",
    "moving.css",
    "*.d.ts",
    "card.png",
    "card.svg",
    "__pycache__",
)
"""Names of files and folders below ENGINE that are about the subject."""


def new_guide(folder: Path) -> None:
    """Fill the new *folder*."""
    for name in ENGINE:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns(*OF_THIS_GUIDE))
        else:
            shutil.copy(source, target)
    shutil.copytree(EXHIBIT, folder, dirs_exist_ok=True)
    (folder / "mkdocs.yml").write_text(configuration(), "utf-8")
    (folder / "Makefile").write_text(makefile(), "utf-8")
    (folder / "requirements.txt").write_text(requirements(), "utf-8")
    (folder / "LICENSE").write_text(license_of_the_engine(), "utf-8")


def configuration() -> str:
    """The configuration of this guide with the blocks that the exhibit has of its own."""
    ours, theirs = blocks(ROOT / "mkdocs.yml"), blocks(EXHIBIT / "mkdocs.yml")
    return "".join({**ours, **theirs}.values())


def blocks(path: Path) -> dict[str, str]:
    """Each block of the YAML file at *path* that starts at the margin, by its name."""
    parts = re.split(r"(?m)^(?=[a-z_]+:)", path.read_text("utf-8"))
    return {part.partition(":")[0]: part for part in parts if part}


def makefile() -> str:
    """What a person types, without whatever is about the tests of this guide."""
    parts = (ROOT / "Makefile").read_text("utf-8").split("\n\n")
    kept = [part for part in parts if "tests/" not in part or part.startswith("PYTHON")]
    kept = [part for part in kept if not part.startswith("# Set-up of the tests")]
    text = "\n\n".join(kept)
    return re.sub(r"(?m)^(?:NPM|UV|TSC|NODE_TESTS) .*\n|^.*\btests/.*\n", "", f"{text}\n")


def requirements() -> str:
    """The pinned packages, without the remarks that say what asks for each."""
    pins = (ROOT / "requirements.txt").read_text("utf-8")
    return re.sub(r"(?m)^ *#.*\n", "", pins)


def license_of_the_engine() -> str:
    """The license that whoever copies the engine must pass on."""
    text = (ROOT / "LICENSE").read_text("utf-8")
    return re.sub(r"The authors of the .*", "The authors of the study guide engine", text)


def main(arguments: list[str]) -> int:
    """Make the guide in the folder that *arguments* name; 1 if there is something in it."""
    if len(arguments) != 1:
        print("usage: make new-guide DIR=/path/of/a/new/folder", file=sys.stderr)
        return 2
    folder = Path(arguments[0]).resolve()
    if folder.exists() and any(folder.iterdir()):
        print(f"{folder} is not empty; name a new folder", file=sys.stderr)
        return 1
    new_guide(folder)
    print(f"{folder}: a guide on coffee. Next: cd {folder} && make serve")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
