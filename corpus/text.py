"""Bytes to characters that every database can hold."""

from __future__ import annotations

import codecs
import re

_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, or what its byte order mark says.

    Raises UnicodeDecodeError.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding)
    return data.decode()


def storable(text: str) -> str:
    r"""`text` without the characters that no reader sees and some database refuses.

    Control characters go, halves of surrogate pairs become U+FFFD, line ends become `\n`;
    all else stays, letter for letter.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATES.sub("\ufffd", _UNSTORABLE.sub("", text))
