"""The guide without a network: writes the service worker of a finished site.

Knows no site generator. `write_worker` lists what the folder holds, so it comes after all else.
"""

from built.offline.worker import retire_worker, write_worker

__all__ = ["retire_worker", "write_worker"]
