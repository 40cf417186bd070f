"""Packs what a browser loads: small files, and what the first paint needs inside the page."""

from built.pack.esbuild import PackError
from built.pack.first import inline_first_script
from built.pack.scripts import pack_scripts
from built.pack.styles import Inlined, inline_styles

__all__ = ["Inlined", "PackError", "inline_first_script", "inline_styles", "pack_scripts"]
