import array
import io
import math
import sys
import wave

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadyhands.domain import sounds
from steadyhands.domain.problem import Problem

ALL = [(sounds.tick, 0.08), (sounds.ding, 0.45), (sounds.done, 0.9)]


def heard(data):
    """Return a WAV's samples, read by the standard library."""
    with wave.open(io.BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        samples = array.array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


@pytest.mark.parametrize(("sound", "seconds"), ALL)
def test_a_sound_is_a_wav_of_its_length(sound, seconds):
    assert len(heard(sound(1))) == pytest.approx(seconds * 22_050, abs=1)


@pytest.mark.parametrize(("sound", "_"), ALL)
def test_it_begins_and_ends_in_silence_without_a_click(sound, _):
    samples = heard(sound(1))
    assert samples[0] == samples[-1] == 0
    assert max(map(abs, samples[:20])) < 0.05 * 32767
    assert max(map(abs, samples[-40:])) < 0.02 * 32767


@pytest.mark.parametrize(("sound", "_"), ALL)
def test_the_loudest_is_audible_and_never_clips(sound, _):
    loudest = max(map(abs, heard(sound(1))))
    assert 0.1 * 32767 < loudest <= sounds.LOUDEST * 32767


@pytest.mark.parametrize(("sound", "_"), ALL)
def test_it_has_no_lasting_offset(sound, _):
    samples = heard(sound(1))
    assert abs(sum(samples) / len(samples)) < 60


@pytest.mark.parametrize(("sound", "_"), ALL)
def test_volume_goes_down_to_silence(sound, _):
    peaks = [max(map(abs, heard(sound(v)))) for v in (0, 0.25, 0.5, 1)]
    assert peaks == sorted(set(peaks))
    assert peaks[0] == 0
    assert peaks[2] == pytest.approx(peaks[3] / 4, rel=0.01)


@settings(max_examples=20)
@given(st.floats(0, 1))
def test_no_volume_clips_a_tick(volume):
    assert max(map(abs, heard(sounds.tick(volume)))) <= 32767 * sounds.LOUDEST


@pytest.mark.parametrize("volume", [-0.1, 1.1, math.nan, math.inf])
def test_there_is_no_such_volume(volume):
    with pytest.raises(Problem, match="volume"):
        sounds.tick(volume)
