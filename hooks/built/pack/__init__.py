"""Packs what a browser loads: small files, and what the first paint needs inside the page."""

from built.pack.esbuild import PackError
from built.pack.first import inline_first_script
from built.pack.scripts import pack_scripts

__all__ = ["PackError", "inline_first_script", "pack_scripts"]
