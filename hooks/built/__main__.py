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
from built.pack import PackError, inline_first_script, inline_styles, pack_scripts
from built.policy import PolicyError, apply, has_policy
from built.theme import ThemeError, drop_scripts, layer_theme


def main(arguments: list[str] | None = None) -> int:
    """Finish the site that *arguments* name; 1 and every problem on stderr if it is not fit."""
    parser = argparse.ArgumentParser(prog="built", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder that holds index.html")
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").is_file():
        parser.error(f"{options.site} holds no index.html")
    if has_policy(options.site):
        parser.error(f"{options.site} is finished already: build it again first")
    try:
        layer_theme(options.site)
        drop_scripts(options.site)
        mend_theme(options.site)
        pack_scripts(options.site)
        first, styles = inline_first_script(options.site), inline_styles(options.site)
        apply(options.site, [first, *styles.elements], styles.read)
    except (ThemeError, MendError, PackError, PolicyError) as error:
        print(error, file=sys.stderr)
        return 1
    write_worker(options.site)
    problems = Site(options.site).problems()
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
