"""The inline scripts that a page may hold: the theme's own, as committed in inline_scripts.txt.

Hashing whatever a page holds would bless an injected script as well. One script a line;
`{base}` stands for the way back to the site's root, which differs with a page's depth.
"""

import re
from functools import lru_cache
from pathlib import Path

_BASE = r"(?:\.|\.\.(?>(?:/\.\.)*)|(?>(?:/[^/\"\\<>\s]++)*)/?+)"
"""Steps up, or the path under which the site is served: nothing that ends the string it is in."""


@lru_cache
def is_allowed(script: str) -> bool:
    """True if *script* is one of the committed ones, for a page of any depth."""
    return _allowed().fullmatch(script.replace("\r\n", "\n")) is not None


@lru_cache
def _allowed() -> re.Pattern[str]:
    lines = Path(__file__).with_name("inline_scripts.txt").read_text("utf-8").splitlines()
    scripts = [re.escape(line) for line in lines if line and not line.startswith("#")]
    return re.compile("|".join(scripts).replace(re.escape("{base}"), _BASE), re.ASCII)
