"""The bank as QTI content packages: one set of templates, in the words of QTI 3.0 or of 2.1."""

from export.qti.package import QTI_2_1, QTI_3_0

__all__ = ["QTI_2_1", "QTI_3_0"]
