"""Checks the QTI packages of a built site against 1EdTech's schemas.

    python tests/tools/qti.py 3.0 ITEM.xsd MANIFEST.xsd

1EdTech publishes its schemas but lets nobody pass them on, so whoever wants this check downloads
them: those of items and of content packages for QTI 3.0 or 2.1, with all that they import beside
them. Needs `xmllint`; on Debian: apt-get install libxml2-utils.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

SITE = Path(__file__).parents[2] / "site"


def main(version: str, item_schema: str, manifest_schema: str) -> int:
    """1 if any file of the package is not as its schema says; xmllint names each."""
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(SITE / "downloads" / f"qti-{version}.zip").extractall(folder)
        manifest = Path(folder) / "imsmanifest.xml"
        others = sorted(set(Path(folder).rglob("*.xml")) - {manifest})
        return max(_check(manifest_schema, [manifest]), _check(item_schema, others))


def _check(schema: str, files: list[Path]) -> int:
    command = ["xmllint", "--nonet", "--noout", "--schema", schema, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stderr.splitlines()
    others = [line for line in lines if not line.endswith(" validates")]
    print(*others, f"{len(lines) - len(others)} of {len(files)} files are valid", sep="\n")
    return min(done.returncode, 1)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
