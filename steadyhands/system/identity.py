"""Names that no other machine will give: entry ids and device ids."""

from __future__ import annotations

import os


def new_id(utc_ms: int) -> str:
    """Return a UUIDv7 (RFC 9562) in hexadecimal: its order is the order of `utc_ms`."""
    tail = int.from_bytes(os.urandom(10), "big")
    high = tail >> 68
    low = tail & ((1 << 62) - 1)
    value = (max(utc_ms, 0) & ((1 << 48) - 1)) << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low
    return f"{value:032x}"


def new_device() -> str:
    """Return a short random name for this copy of the diary."""
    return os.urandom(4).hex()
