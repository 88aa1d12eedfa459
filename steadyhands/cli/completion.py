"""steadyhands completion: scripts for the Tab key, made from the table of commands."""

from __future__ import annotations

from steadyhands.cli.table import COMMANDS, EVERYWHERE, LOG, VERSION, Command, Option, kinds
from steadyhands.domain.amounts import shown
from steadyhands.domain.problem import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadyhands.cli.call import Call

# Both shells that complete by functions offer what one flat list holds for a place in the
# line: after `log`, after `log twitch`, after `--doing`.
_BASH = """\
# bash completion of steadyhands
_steadyhands() {
    local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]} place="" each offer
    for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$place|$each" in
%(places)s
        esac
    done
    case "$place $last" in
%(values)s
        *) case "$place" in
%(words)s
        esac ;;
    esac
    COMPREPLY=($(compgen -W "$offer" -- "$word"))
}
"""
_REGISTER = {
    "bash": "complete -F _steadyhands steadyhands\n",
    "zsh": 'compdef _steadyhands_zsh steadyhands\n[ "$funcstack[1]" = _steadyhands ] && '
    "_steadyhands_zsh\n",
}
_ZSH = """\
#compdef steadyhands
_steadyhands_zsh() {
    local last=${words[CURRENT-1]} place="" each offer
    for each in ${words[2,CURRENT-1]}; do
        case "$place|$each" in
%(places)s
        esac
    done
    case "$place $last" in
%(values)s
        *) case "$place" in
%(words)s
        esac ;;
    esac
    compadd -- ${=offer}
}
"""


def completion(call: Call) -> str:
    """Return the script for a shell."""
    shell = (call.asked.operands or ("",))[0].casefold()
    if shell == "fish":
        return _fish()
    if shell in _REGISTER:
        return _by_function(_BASH if shell == "bash" else _ZSH) + _REGISTER[shell].rstrip()
    if not shell:
        raise Problem("Please name your shell: bash, zsh or fish.")
    raise Problem("There is no script for “{given}”: bash, zsh or fish.", given=shown(shell))


def _by_function(template: str) -> str:
    log = f'        *) offer="{_joined([*_tops(), *_dashed((*EVERYWHERE, VERSION))])}" ;;'
    return template % {
        "places": "\n".join(f'            "|{n}") place="{n}" ;;' for n in _first_words())
        + "\n"
        + "\n".join(f'            "log|{k}") place="log {k}" ;;' for k in kinds())
        + '\n            "log|-"*) ;;\n            "log|"*) place="log drink" ;;',
        "values": "\n".join(
            f'        "{command.name} --{option.name}") offer="{_joined(option.words)}" ;;'
            for command in COMMANDS.values()
            for option in command.options
            if option.takes
        ),
        "words": "\n".join(
            f'        "{place}") offer="{_joined(offer)}" ;;' for place, offer in _places().items()
        )
        + "\n"
        + log,
    }


def _places() -> dict[str, list[str]]:
    """Return what may follow each command."""
    drinks = COMMANDS[f"{LOG} drink"].words
    after = {LOG: [*kinds(), *drinks, *_dashed(EVERYWHERE)]}
    for command in COMMANDS.values():
        after[command.name] = [*command.words, *_dashed((*command.options, *EVERYWHERE))]
    after["help"] = [*_tops(), *after["help"]]
    return after


def _tops() -> list[str]:
    """Return the words that can come first."""
    return [LOG, *_first_words()[1:]]


def _first_words() -> list[str]:
    return [LOG, *(name for name in COMMANDS if " " not in name)]


def _dashed(options: Iterable[Option]) -> list[str]:
    return [f"--{option.name}" for option in options]


def _joined(words: Iterable[str]) -> str:
    return " ".join(words)


def _fish() -> str:
    lines = ["# fish completion of steadyhands", "complete -c steadyhands -f"]
    none = "__fish_use_subcommand"
    tops = [command for command in COMMANDS.values() if " " not in command.name]
    lines += [_fish_line(none, f"-a {command.name}", command.help) for command in tops]
    lines.append(_fish_line(none, f"-a {LOG}", "log something that happened"))
    in_log = f"__fish_seen_subcommand_from {LOG}"
    no_kind = f"{in_log}; and not __fish_seen_subcommand_from {_joined(kinds())}"
    for command in COMMANDS.values():
        name = command.name.removeprefix(LOG + " ")
        if name != command.name:
            lines.append(_fish_line(no_kind, f"-a {name}", command.help))
        lines += _fish_of(command, f"__fish_seen_subcommand_from {name}")
    lines += [_fish_line("", f"-l {option.name}", option.help) for option in (*EVERYWHERE, VERSION)]
    return "\n".join(lines)


def _fish_of(command: Command, seen: str) -> list[str]:
    lines = [_fish_line(seen, f"-a '{_joined(command.words)}'", "")] if command.words else []
    for option in command.options:
        takes = f" -x -a '{_joined(option.words)}'" if option.takes else ""
        takes = " -r" if option.takes == "FILE" else takes  # files are what fish offers itself
        short = f" -s {option.short}" if option.short else ""
        lines.append(_fish_line(seen, f"-l {option.name}{short}{takes}", option.help))
    return lines


def _fish_line(when: str, what: str, told: str) -> str:
    line = "complete -c steadyhands"
    line += f" -n '{when}'" if when else ""
    quoted = told.replace("\\", "\\\\").replace("'", "\\'")
    return f"{line} {what}" + (f" -d '{quoted}'" if told else "")
