"""The help texts, made from the table of commands."""

from __future__ import annotations

from steadyhands import __version__
from steadyhands.cli.table import COMMANDS, DRINK, EVERYWHERE, LOG, VERSION, Command, Option
from steadyhands.cli.words import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadyhands.cli.call import Call
    from steadyhands.cli.words import Asked

_WIDEST = 30


def version() -> str:
    """Return the name and version."""
    return f"SteadyHands {__version__}"


def help_command(call: Call) -> str:
    """Return the help of the command that the words name, or of all."""
    return help_for(parse([*call.asked.operands, "--help"]))


def help_for(asked: Asked) -> str:
    """Return the help that an Asked wants."""
    if asked.command is not None and asked.command.name != "help":
        return _of_command(asked.command)
    return _of_log() if asked.group else _of_all()


def _of_all() -> str:
    rows = [(_usage(command), command.help) for command in COMMANDS.values()]
    return "\n".join(
        [
            "SteadyHands: a private diary for hands that twitch.",
            "",
            "steadyhands           open the window",
            "steadyhands COMMAND   do one of these without it",
            "",
            *_aligned(rows),
            "",
            *_options((*EVERYWHERE, VERSION)),
            "",
            "For more: steadyhands COMMAND --help",
        ]
    )


def _of_log() -> str:
    logs = [command for command in COMMANDS.values() if command.name.startswith(LOG + " ")]
    return "\n".join(
        [
            "Log something that happened, now or earlier.",
            "",
            *_aligned([(_usage(command), command.help) for command in logs]),
            "",
            "For more: steadyhands log twitch --help",
        ]
    )


def _of_command(command: Command) -> str:
    options = " [OPTIONS]" if command.options else ""
    summary = command.help[0].upper() + command.help[1:].removesuffix(" …") + "."
    lines = [f"steadyhands {_usage(command)}{options}", "", summary, ""]
    if command.words and command.most > 1:
        lines += [*_folded("Such as: ", command.words), ""]
    lines += _options((*command.options, *EVERYWHERE))
    return "\n".join([*lines, *([""] if command.after else []), *command.after])


def _usage(command: Command) -> str:
    name = "log NAME" if command.name == DRINK else command.name
    takes = command.takes.removeprefix("NAME ") if command.name == DRINK else command.takes
    return f"{name} {takes}".rstrip()


def _shape(option: Option) -> str:
    short = f"-{option.short}, " if option.short else ""
    return f"{short}--{option.name} {option.takes}".rstrip()


def _options(options: Iterable[Option]) -> list[str]:
    rows = []
    for option in options:
        rows.append((_shape(option), option.help))
        if option.words and not option.words[0].isdecimal():
            rows += [("", line) for line in _folded("", option.words)]
    return _aligned(rows)


def _aligned(rows: list[tuple[str, str]]) -> list[str]:
    width = min(max(len(left) for left, _ in rows), _WIDEST)
    return [f"  {left:<{width}}  {right}".rstrip() for left, right in rows]


def _folded(start: str, words: Iterable[str]) -> list[str]:
    """Return words between commas, on lines of at most 60 letters."""
    lines, line = [], start
    for word in words:
        if len(line) + len(word) > 60:
            lines.append(line.rstrip())
            line = " " * len(start)
        line += word + ", "
    return [*lines, line.rstrip(", ")]
