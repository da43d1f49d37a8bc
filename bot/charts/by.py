"""What the rows of an answer are counted by."""

from __future__ import annotations

from enum import StrEnum


class By(StrEnum):
    """What is counted by."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    REGION = "region"
    ROLE = "role"
    COUNTRY = "country"


TIMES = (By.YEAR, By.QUARTER, By.MONTH)
