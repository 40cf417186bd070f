"""What the pages load is one small file each, and without a packer there is one clear sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built.pack import PackError, pack_scripts

STATIC_IMPORT = re.compile(r"""(?:^|[;}])(?:import|export)[^;(]*["']\.""")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site with one module that a page loads and one that this imports."""
    for name, text in {
        "core/add.mjs": "/** Adds. */\nexport const add = (one, other) => one + other\n",
        "pages/sum.mjs": 'import { add } from "../core/add.mjs"\n\ndocument.title = add(1, 2)\n',
    }.items():
        path = tmp_path / "assets" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_a_module_is_packed_with_what_it_imports(small: Path) -> None:
    page = small / "assets/pages/sum.mjs"

    pack_scripts(small)

    once = page.read_text("utf-8")
    assert "Adds" not in once
    assert not STATIC_IMPORT.search(once)
    assert "document.title" in once
    pack_scripts(small)
    assert page.read_text("utf-8") == once


def test_without_a_packer_it_says_what_installs_it(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(small / "python"))
    monkeypatch.setenv("PATH", str(small))

    with pytest.raises(PackError, match=r"esbuild \S+ is not installed. `make build` installs it."):
        pack_scripts(small)


def test_another_version_of_the_packer_is_refused(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = small / "esbuild"
    other.write_text("#!/bin/sh\necho 0.1.0\n", "utf-8")
    other.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(small / "python"))

    with pytest.raises(PackError, match=r"packed by esbuild \S+, and .*/esbuild is 0\.1\.0\."):
        pack_scripts(small)


def test_a_mistake_in_a_script_is_told_with_its_place(small: Path) -> None:
    (small / "assets/core/add.mjs").write_text("export const add = (\n", "utf-8")

    with pytest.raises(PackError, match=r"assets/core/add\.mjs:\d+:\d+"):
        pack_scripts(small)


def test_every_page_of_the_guide_loads_packed_modules_only(site: Path) -> None:
    modules = {
        address
        for page in site.rglob("*.html")
        for address in re.findall(r"[\w./-]+\.mjs", page.read_text("utf-8"))
    }

    assert modules
    assert {"assets/pages" in name or "assets/labs/run" in name for name in modules} == {True}
    packed = [path.read_text("utf-8") for path in (site / "assets" / "pages").iterdir()]
    assert [text[:80] for text in packed if STATIC_IMPORT.search(text)] == []
