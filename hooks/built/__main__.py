"""`python -m built SITE`: finish a site that any generator built, and check its links.

Mends the theme, packs the scripts, and writes the policy into the pages, then writes the service
worker, which knows the digest of every file.
"""

import argparse
import sys
from pathlib import Path

from built.links import Site
from built.mends import MendError, mend_theme
from built.offline import write_worker
from built.pack import PackError, inline_first_script, inline_styles, pack_scripts, pages_read
from built.policy import PolicyError, apply
from built.theme import ThemeError, drop_scripts, layer_theme


def main(arguments: list[str] | None = None) -> int:
    """Finish the site that *arguments* name; 1 and every problem on stderr if it is not fit."""
    parser = argparse.ArgumentParser(prog="built", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder that holds index.html")
    options = parser.parse_args(arguments)
    if not options.site.is_dir():
        parser.error(f"there is no folder {options.site}")
    try:
        layer_theme(options.site)
        drop_scripts(options.site)
        mend_theme(options.site)
        pack_scripts(options.site)
        own = [inline_first_script(options.site), *inline_styles(options.site)]
        apply(options.site, own, pages_read(options.site))
    except (ThemeError, MendError, PackError, PolicyError) as error:
        print(error, file=sys.stderr)
        return 1
    write_worker(options.site)
    problems = Site(options.site).problems()
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
