"""The routine player's three quiet sounds, made here: WAV files as bytes.

16 bits, one channel, 22,050 samples a second. A volume is 0 to 1; ears hear in ratios,
so it is squared into the loudness of the samples.
"""

from __future__ import annotations

import math

from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

RATE_HZ = 22_050
LOUDEST = 0.5  # of full scale, at volume 1: these are quiet sounds
_ATTACK_S = 0.004  # shorter would click
_RELEASE_S = 0.01
_BYTES = 2

# Each note: its pitch in Hz, its share of the loudness, the seconds after which a third is left.
_TICK = ((1320.0, 0.6, 0.02), (1980.0, 0.25, 0.012))
_DING = ((880.0, 0.6, 0.14), (1760.0, 0.25, 0.09), (2640.0, 0.1, 0.05))
_DONE = ((523.25, 0.35, 0.30), (659.25, 0.3, 0.28), (783.99, 0.3, 0.26))  # C major


def tick(volume: float) -> bytes:
    """Return a short soft knock, 0.08 s: something changes."""
    return _wav(_TICK, 0.08, volume)


def ding(volume: float) -> bytes:
    """Return a small bell, 0.45 s: hold now, or another hand."""
    return _wav(_DING, 0.45, volume)


def done(volume: float) -> bytes:
    """Return a low chord, 0.9 s: all is finished."""
    return _wav(_DONE, 0.9, volume)


def samples(
    notes: Sequence[tuple[float, float, float]], length_s: float, volume: float
) -> list[int]:
    """Return the notes sounding together, softly begun and ended; the shares sum to 1 at most."""
    if not 0 <= volume <= 1:
        raise Problem("The volume goes from 0 to 1, not {given}.", given=volume)
    count = round(length_s * RATE_HZ)
    full = 32767 * LOUDEST * volume * volume
    return [round(full * _wave(notes, n / RATE_HZ) * _edge(n, count)) for n in range(count)]


def _wave(notes: Sequence[tuple[float, float, float]], at_s: float) -> float:
    return sum(
        share * math.sin(math.tau * pitch * at_s) * math.exp(-at_s / decay)
        for pitch, share, decay in notes
    )


def _edge(number: int, count: int) -> float:
    """Return how far the sound is let in at its start and at its end, 0 to 1."""
    first, last = number / (_ATTACK_S * RATE_HZ), (count - 1 - number) / (_RELEASE_S * RATE_HZ)
    share = min(first, last, 1.0)
    return share * share * (3 - 2 * share)


def _wav(notes: Sequence[tuple[float, float, float]], length_s: float, volume: float) -> bytes:
    data = b"".join(
        sample.to_bytes(_BYTES, "little", signed=True)
        for sample in samples(notes, length_s, volume)
    )
    head = [b"WAVEfmt ", *(_number(n, size) for n, size in _format()), b"data"]
    rest = b"".join(head) + _number(len(data), 4) + data
    return b"RIFF" + _number(len(rest), 4) + rest


def _format() -> list[tuple[int, int]]:
    """Return the numbers of a WAV's format chunk with their sizes: 16 bytes, PCM, one channel."""
    second = RATE_HZ * _BYTES
    return [(16, 4), (1, 2), (1, 2), (RATE_HZ, 4), (second, 4), (_BYTES, 2), (8 * _BYTES, 2)]


def _number(value: int, size: int) -> bytes:
    return value.to_bytes(size, "little")
