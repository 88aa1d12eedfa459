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


def id_of_record(source: str, record: str) -> str:
    """Return the id of what another program calls `record`: a UUIDv8, the same at every import."""
    import hashlib  # no log needs it

    named = f"{source}\0{record}".encode("utf-8", "replace")
    value = int.from_bytes(hashlib.blake2b(named, digest_size=16).digest(), "big")
    value = value & ~(0xF << 76) & ~(0b11 << 62) | 0x8 << 76 | 0b10 << 62
    return f"{value:032x}"
