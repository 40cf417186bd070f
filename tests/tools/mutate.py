"""Change the grader and the parser, one spot at a time, and see whether the tests notice.

    python tests/tools/mutate.py

Stryker changes grade.mjs, mutmut the modules of quizbank that read quiz files. Each works in a
copy of its own. Prints what survived; exit status 1 where fewer than 95 % were noticed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "tests" / "tools" / "mutation"
LEAST = 0.95

INTERACTIONS = ("__init__", "choice", "entries", "match", "number", "order", "recall")
PARSER = (
    *("quizbank/parse/quiz", "quizbank/parse/quiz_fields"),
    *(f"quizbank/parse/interactions/{name}" for name in INTERACTIONS),
    *("quizbank/parse/links", "authoring/fields", "authoring/characters", "authoring/yaml_text"),
    *("authoring/yaml_faults", "authoring/markdown_text", "authoring/prose"),
)
TESTS = ("cases", "golden", "markdown_text", "mistakes", "parse", "prose", "yaml_text")
"""Those of tests/engine that need neither a browser nor a site."""

MUTMUT = f"""
[tool.pytest.ini_options]
addopts = "-q -x --import-mode=importlib"
pythonpath = ["tests"]

[tool.mutmut]
source_paths = ["src/"]
only_mutate = {[f"src/{name}.py" for name in PARSER]}
pytest_add_cli_args_test_selection = ["tests/"]
also_copy = ["src/quizbank/templates", "mkdocs.yml", "docs", "overrides"]
"""


def mutate_grader(folder: Path) -> bool:
    """Whether enough changes of grade.mjs were noticed; Stryker knows the bar from its settings."""
    shutil.copytree(ROOT / "docs" / "assets" / "core", folder / "docs" / "assets" / "core")
    shutil.copytree(ROOT / "tests" / "engine" / "js", folder / "tests" / "engine" / "js")
    (folder / "node_modules").symlink_to(TOOLS / "node_modules")
    shutil.copy(TOOLS / "stryker.conf.json", folder)
    stryker = "node_modules/@stryker-mutator/core/bin/stryker.js"
    command = ["node", stryker, "run", "stryker.conf.json"]
    return subprocess.run(command, cwd=folder, check=False).returncode == 0


def mutate_parser(folder: Path) -> bool:
    """Whether enough changes of the parser were noticed."""
    for name in ("authoring", "quizbank", "export", "guide"):
        shutil.copytree(ROOT / "hooks" / name, folder / "src" / name)
    tests, copied = ROOT / "tests" / "engine", folder / "tests" / "engine"
    for name in ("cases", "golden", "mistakes"):
        shutil.copytree(tests / name, copied / name)
    for name in TESTS:
        shutil.copy(tests / f"test_{name}.py", copied)
    configuration = (ROOT / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(
        re.sub(r"(?m)^(hooks|watch): .*\n", "", configuration), "utf-8"
    )
    for name in ("docs", "overrides"):
        (folder / name).mkdir()
    (folder / "pyproject.toml").write_text(MUTMUT, "utf-8")
    mutmut = [sys.executable, "-m", "mutmut"]
    run = subprocess.run(
        [*mutmut, "run", "--max-children", "1"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    counts = re.findall(r"(\d+)/(\d+)\s+🎉 (\d+) 🫥 (\d+)", run.stdout)
    if not counts:
        print(run.stdout[-2000:], run.stderr, file=sys.stderr)
        return False
    subprocess.run([*mutmut, "results"], cwd=folder, check=False)
    _, made, noticed, untested = map(int, counts[-1])
    share = noticed / made
    print(f"{noticed} of {made} changes of the parser noticed ({share:.1%}), {untested} untested")
    return share >= LEAST


def main() -> int:
    """Change both; 1 if either fell short."""
    enough = []
    for mutate in (mutate_grader, mutate_parser):
        with tempfile.TemporaryDirectory() as folder:
            enough.append(mutate(Path(folder)))
    return 0 if all(enough) else 1


if __name__ == "__main__":
    raise SystemExit(main())
