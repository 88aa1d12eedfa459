"""Sounds, speech and the screen, on machines that have them and machines that do not."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

from steadyhands.ui import speech as speech_module
from steadyhands.ui.awake import Awake, BusKeeper, MacKeeper, WindowsKeeper, keeper_of
from steadyhands.ui.sounds import Sounds, player_of
from steadyhands.ui.speech import Speech


class Run:
    def __init__(self) -> None:
        self.calls: list[tuple[str, list[str]]] = []

    def __call__(self, program: str, words: list[str]) -> None:
        self.calls.append((program, words))


def only(*names):
    return lambda name: f"/usr/bin/{name}" if name in names else None


@pytest.mark.parametrize(
    ("platform", "there", "player"),
    [
        ("linux", ("aplay", "paplay"), "/usr/bin/paplay"),
        ("linux", (), ""),
        ("darwin", ("afplay",), "/usr/bin/afplay"),
        ("win32", ("aplay",), ""),
        ("plan9", ("aplay",), ""),
    ],
)
def test_the_first_player_there_is_is_used(platform, there, player):
    assert player_of(platform, only(*there)) == player


def test_a_sound_is_a_file_that_goes_with_its_owner():
    run = Run()
    sounds = Sounds("normal", "linux", run, only("aplay"))
    sounds.play("ding")
    ((program, words),) = run.calls
    path = Path(words[-1])
    assert (program, words[0]) == ("/usr/bin/aplay", "-q")
    assert path.read_bytes().startswith(b"RIFF")
    del sounds
    gc.collect()
    assert not path.parent.exists()


def test_each_volume_has_its_own_file():
    run = Run()
    sounds = Sounds("quiet", "linux", run, only("paplay"))
    sounds.play("tick")
    sounds.volume = "normal"
    sounds.play("tick")
    quiet, normal = (Path(words[-1]).read_bytes() for _, words in run.calls)
    assert quiet != normal


@pytest.mark.parametrize(
    ("volume", "there", "name"),
    [("off", ("aplay",), "tick"), ("normal", (), "tick"), ("normal", ("aplay",), "")],
)
def test_silence(volume, there, name):
    run = Run()
    Sounds(volume, "linux", run, only(*there)).play(name)
    assert run.calls == []


def test_without_the_module_nothing_is_said(monkeypatch):
    monkeypatch.setattr(speech_module, "_MODULE", "PySide6.QtNoSuchThing")
    assert not speech_module.can_speak()
    voice = Speech()
    voice.say("Hold")
    voice.stop()


class Kept:
    def __init__(self) -> None:
        self.calls: list[str] = []

    def hold(self) -> None:
        self.calls.append("hold")

    def release(self) -> None:
        self.calls.append("release")


def test_the_screen_is_held_once_and_let_go_once():
    kept = Kept()
    awake = Awake(kept)
    for wanted in (False, True, True, False, False):
        awake.keep(wanted)
    assert kept.calls == ["hold", "release"]
    assert not awake.is_held


@pytest.mark.parametrize(
    ("platform", "kind"), [("linux", BusKeeper), ("darwin", MacKeeper), ("win32", WindowsKeeper)]
)
def test_each_system_has_its_way(platform, kind):
    assert isinstance(keeper_of(platform), kind)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the desktop bus of Linux")
def test_without_a_bus_nothing_happens(qapp, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    keeper = BusKeeper()
    keeper.hold()
    keeper.release()
    keeper.release()
