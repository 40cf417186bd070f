"""The Content-Security-Policy of the site."""

import base64
import hashlib
from collections.abc import Iterable

_DIRECTIVES = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "media-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'; trusted-types default"
)


def digest(text: str) -> str:
    """The source expression that lets *text* apply inline; browsers hash it with LF line ends."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """The policy that lets the site's own files and what has these digests apply, nothing else."""
    return _DIRECTIVES.format(
        scripts=" ".join(["'self'", *sorted(scripts)]),
        styles=" ".join(["'self'", *sorted(styles)]),
    )


def meta(policy: str) -> str:
    """The element that carries *policy*; browsers heed it only inside `<head>`."""
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
