"""Making sense of the words typed after `steadyhands`, by the table of commands.

By hand: `argparse` would take as long to import as Python takes to start.
"""

from __future__ import annotations

from steadyhands.cli.table import (
    COMMANDS,
    DRINK,
    EVERYWHERE,
    HELP,
    LOG,
    VERSION,
    Command,
    Option,
    kinds,
)
from steadyhands.domain.problem import Problem
from steadyhands.domain.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SHORT = {"-h": "--help", "-V": "--version"}


class Asked(Value):
    """What was asked for: a command (None for the program itself), its words and options."""

    command: Command | None
    operands: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    group: str = ""

    def has(self, option: Option | str) -> bool:
        """Return whether an option was given."""
        name = option if isinstance(option, str) else option.name
        return any(given == name for given, _ in self.options)

    def all(self, name: str) -> list[str]:
        """Return everything given for an option."""
        return [text for given, text in self.options if given == name]

    def get(self, name: str) -> str | None:
        """Return what was given for an option, None if it was not."""
        found = self.all(name)
        return found[0] if found else None


def parse(words: Sequence[str]) -> Asked:
    """Return what the words ask for. Raises Problem for words that ask for nothing."""
    rest = [_SHORT.get(word, word) for word in words]
    before = _take_switches(rest)
    name = rest.pop(0) if rest else ""
    group = ""
    if name == LOG:
        before += _take_switches(rest)
        group, name = LOG, _kind(rest, HELP.name in before)
    if not name:
        return Asked(None, (), tuple((switch, "") for switch in before), group)
    command = COMMANDS.get(name)
    if command is None:
        raise _unknown("There is no command “{given}”", name, [LOG, *COMMANDS])
    asked = _split(command, rest)
    return asked.replaced(options=(*((switch, "") for switch in before), *asked.options))


def _take_switches(rest: list[str]) -> list[str]:
    """Take the options off the front, where only those stand that every command has."""
    taken = []
    while rest and rest[0].startswith("-"):
        _, name = _option(rest.pop(0), (*EVERYWHERE, VERSION))
        taken.append(name)
    return taken


def _kind(rest: list[str], help_wanted: bool) -> str:
    """Return the command of a `log`; any word that is no kind is the name of a drink."""
    if not rest:
        if help_wanted:
            return ""
        known = ", ".join(kind for kind in kinds() if f"{LOG} {kind}" != DRINK)
        raise Problem("Please say what to log: {known}, or the name of a drink.", known=known)
    name = f"{LOG} {rest[0].casefold()}"
    if name in COMMANDS:
        del rest[0]
        return name
    return DRINK


def _split(command: Command, rest: Sequence[str]) -> Asked:
    """Part the words after a command into operands and options."""
    known = (*command.options, *EVERYWHERE)
    operands: list[str] = []
    options: list[tuple[str, str]] = []
    words = iter(rest)
    for word in words:
        if word == "--":
            operands.extend(words)
        elif not _is_option(word):
            operands.append(word)
        else:
            name, _, text = word.partition("=")
            option, name = _option(name, known)
            if option.takes and "=" not in word:
                text = next(words, "")
            _check(option, name, text, word, [given for given, _ in options])
            options.append((name, text))
    if len(operands) > command.most:
        raise _too_many(command, operands)
    return Asked(command, tuple(operands), tuple(options))


def _is_option(word: str) -> bool:
    """Return whether a word is meant as an option; `-5` is an amount, if a poor one."""
    return len(word) > 1 and word[0] == "-" and not (word[1].isdecimal() or word[1] in ".,")


def _option(word: str, known: Iterable[Option]) -> tuple[Option, str]:
    for option in known:
        if word == "--" + option.name or (option.short and word == "-" + option.short):
            return option, option.name
    raise _unknown("There is no option “{given}” here", word, ["--" + o.name for o in known])


def _check(option: Option, name: str, text: str, word: str, given: list[str]) -> None:
    if option.takes and not text.strip():
        raise Problem("--{name} needs a {takes} after it.", name=name, takes=option.takes)
    if not option.takes and "=" in word:
        raise Problem("--{name} takes nothing after it.", name=name)
    if option.takes and not option.many and name in given:
        raise Problem("--{name} is there twice.", name=name)


def _too_many(command: Command, operands: list[str]) -> Problem:
    from steadyhands.domain.amounts import shown

    return Problem(
        "“{given}” is too much; see steadyhands {name} --help.",
        given=shown(operands[command.most]),
        name=command.name,
    )


def _unknown(sentence: str, given: str, known: Iterable[str]) -> Problem:
    """Return the Problem of an unknown word, with the nearest known one."""
    import difflib

    from steadyhands.domain.amounts import shown

    near = difflib.get_close_matches(given.casefold(), list(known), n=1, cutoff=0.7)
    if near:
        return Problem(sentence + ". Did you mean {near}?", given=shown(given), near=near[0])
    return Problem(sentence + "; see steadyhands --help.", given=shown(given))
