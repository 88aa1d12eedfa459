"""The command line: a second face on the services, without Qt.

What `steadyhands log twitch right index` imports is felt at every press of a
keyboard shortcut, so the modules of this package load what is rare only when wanted.
"""

from __future__ import annotations

import os
import sys
from time import monotonic, sleep

from steadyhands.cli.call import BUSY_MS, Call, Refused
from steadyhands.cli.table import DEMO, HELP, LOG, VERSION
from steadyhands.cli.words import parse
from steadyhands.domain.problem import DiaryBusy, DiaryDamaged, DiaryUnusable, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

    from steadyhands.cli.call import OpenDesk
    from steadyhands.cli.words import Asked

DONE, REFUSED, BAD_WORDS, INTERRUPTED = 0, 1, 2, 130
GIVE_UP_AFTER_S = 60.0
SAMPLE = "This is the sample diary; your own is untouched."
_PAUSE_S = 0.05  # some kinds of busy are told at once, without SQLite's own waiting


def main(words: Sequence[str], open_desk: OpenDesk) -> int:
    """Do what the words say and return the exit code; after a log, end the process here.

    Python takes about as long to take itself apart as a log takes to write. By then
    the entry is committed, the diary closed and the answer written out, so there is
    nothing left that ending at once could lose. A sample still has its folder to remove.
    """
    code = run(words, open_desk)
    if code == DONE and LOG in words[:1] and f"--{DEMO.name}" not in words:
        os._exit(DONE)
    return code


def run(words: Sequence[str], open_desk: OpenDesk) -> int:
    """Do what the words say and return the exit code; whatever happens is told in a sentence."""
    try:
        answer = _answer(parse([_readable(word) for word in words]), open_desk)
    except DiaryDamaged as problem:
        return _complain(f"{problem} Please try steadyhands check.", REFUSED)
    except (DiaryBusy, DiaryUnusable, Refused) as problem:
        return _complain(str(problem), REFUSED)
    except Problem as problem:
        return _complain(str(problem), BAD_WORDS)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # the last resort: nobody is shown a traceback
        from steadyhands.system.logs import keep_details

        return _complain(keep_details(error), REFUSED)
    return _say(answer)


def _answer(asked: Asked, open_desk: OpenDesk) -> str:
    """Return what there is to say once the thing asked for is done."""
    if asked.command is None or asked.has(HELP):
        from steadyhands.cli.help import help_for, version

        return version() if asked.has(VERSION) else help_for(asked)
    module, _, function = asked.command.does.partition(".")
    home = __import__(f"steadyhands.cli.{module}", fromlist=[function])
    does: Callable[[Call], str] = getattr(home, function)
    call = Call(asked, open_desk)
    try:
        answer = _patiently(lambda: does(call))
        if call.is_demo:
            _complain(SAMPLE, DONE)
        return answer
    finally:
        call.close()


def _patiently(act: Callable[[], str]) -> str:
    """Try an act again while another program holds the diary, for a minute at most."""
    began = monotonic()
    told = False
    while True:
        try:
            return act()
        except DiaryBusy:
            waited = monotonic() - began
            if waited > GIVE_UP_AFTER_S:
                raise DiaryBusy(
                    "Another program has held the diary for a minute. Please try again later."
                ) from None
            if not told and waited >= BUSY_MS / 1000:
                _complain("Another program is using the diary. Waiting for it …", DONE)
                told = True
            sleep(_PAUSE_S)


def _say(answer: str) -> int:
    """Write the answer out. What was asked for is done by now, whoever still listens."""
    try:
        _write(answer, sys.stdout)
    except BrokenPipeError:  # as in `steadyhands list | head`: they have read enough
        _hush()
    except OSError as error:
        _hush()
        sentence = f"That is done, but the answer could not be shown: {error.strerror}."
        return _complain(sentence, REFUSED)
    return DONE


def _complain(sentence: str, code: int) -> int:
    try:
        _write(sentence, sys.stderr)
    except OSError:
        return code
    return code


def _write(text: str, stream: TextIO | None) -> None:
    """Write text and a line's end; what the terminal has no sign for becomes `?`."""
    if stream is None or not text:
        return
    try:
        stream.write(text + "\n")
    except UnicodeEncodeError:
        encoding = stream.encoding
        stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    stream.flush()


def _hush() -> None:
    """Keep Python from trying once more to write to a closed pipe while it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _readable(word: str) -> str:
    """Return a word as text: bytes that are no UTF-8 reach Python as lone surrogates."""
    if word.isascii():
        return word
    return word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
