"""What differs between two versions of QTI: names, and how a package is labeled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from export.xml import element

_CAPITAL = re.compile("[A-Z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One version of QTI. Element and attribute names are written as in 2.1: `itemBody`."""

    version: str
    namespace: str
    package_namespace: str
    schema: str
    schema_version: str
    resource: str
    """What the type of a resource ends with."""
    kebab: bool
    """Whether names are written as in 3.0: `qti-item-body`."""

    def element(self, name: str, *content: str, **attributes: str) -> str:
        """An element of QTI; XHTML inside *content* keeps its names."""
        if not self.kebab:
            return element(name, *content, **attributes)
        renamed = {_kebab(key): value for key, value in attributes.items()}
        return element(f"qti-{_kebab(name)}", *content, **renamed)

    def blocks(self, html: str) -> str:
        """XHTML blocks where 3.0 wants them in an element of their own."""
        return self.element("contentBody", html) if self.kebab else html


@cache  # the names are few
def _kebab(name: str) -> str:
    return _CAPITAL.sub(lambda capital: f"-{capital[0].lower()}", name)


V3_0 = Dialect(
    version="3.0",
    namespace="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    package_namespace="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    schema="QTI Package",
    schema_version="3.0.0",
    resource="xmlv3p0",
    kebab=True,
)
V2_1 = Dialect(
    version="2.1",
    namespace="http://www.imsglobal.org/xsd/imsqti_v2p1",
    package_namespace="http://www.imsglobal.org/xsd/imscp_v1p1",
    schema="QTIv2.1 Package",
    schema_version="1.0.0",
    resource="xmlv2p1",
    kebab=False,
)
