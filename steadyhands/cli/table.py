"""Every command, its words and its options: parsing, help and completion all read this."""

from __future__ import annotations

from steadyhands.domain.details import BODY_SYMPTOMS, HAND_SYMPTOMS
from steadyhands.domain.eating import MEALS
from steadyhands.domain.entries import DOING, FELT, HAND_STATE, LASTED, SYMPTOMS
from steadyhands.domain.hand import PARTS, SIDES
from steadyhands.domain.practice import AFTERWARDS
from steadyhands.domain.value import Value


class Option(Value):
    """One `--name`: `takes` names what follows it, nothing for a switch; `words` are what fits.

    `short` is its one letter, as in `-o FILE`, where every program has one.
    """

    name: str
    help: str
    takes: str = ""
    words: tuple[str, ...] = ()
    many: bool = False
    short: str = ""


class Command(Value):
    """One command: `does` is the function behind it, as `module.function` under `cli`.

    `takes` shows the words after it, of which there may be at most `most`; `words` are
    some that fit; `after` holds lines that its help ends with.
    """

    name: str
    help: str
    does: str
    takes: str = ""
    most: int = 0
    words: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    after: tuple[str, ...] = ()


ANY_NUMBER = 10_000

DEMO = Option("demo", "use a sample diary; yours is left alone")
HELP = Option("help", "show help and end")
VERSION = Option("version", "show the version and end")
EVERYWHERE = (DEMO, HELP)

AT = Option("at", 'when it was: 14:05, "yesterday 22:30", "15 min ago"', "TIME")
NOTE = Option("note", "words to keep with it", "TEXT")
DAY = Option("day", "the day of waking: yesterday or 2026-11-20", "DAY")

# The words of `domain.salts`, which only a supplement needs to load.
_MINERALS = ("magnesium", "potassium", "calcium")
_SALTS = ("oxide", "citrate", "bisglycinate", "chloride", "sulfate", "carbonate")

OUT = Option("output", "the file to write", "FILE", short="o")

PLAN_WORDS = ("done", "start", "pause", "resume", "extend", "finish", "stop")

# As in domain/report_parts, which a log need not load; a test holds the two together.
REPORT_PARTS = (
    *("where", "when", "doing", "felt", "background", "symptoms", "about", "plan", "insight"),
    *("charts", "before", "notes"),
)

LOG = "log"
DRINK = "log drink"

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command(
            "log twitch",
            "a twitch: where, and what went with it",
            "twitch.log_twitch",
            "[SIDE] [FINGER]",
            6,
            (*SIDES, *PARTS),
            (
                Option("doing", "what you were doing", "WORD", DOING),
                Option("felt", "what it felt like", "WORD", FELT),
                Option("lasted", "how long it went on", "WORD", LASTED),
                Option(
                    "strength", "from 1, hardly there, to 5", "NUMBER", ("1", "2", "3", "4", "5")
                ),
                Option("state", "the hand at rest or in use", "WORD", HAND_STATE),
                AT,
                NOTE,
            ),
            (
                "Without a side and a finger, it is the same as your last twitch.",
                "",
                "  steadyhands log twitch right index --doing typing",
                "  steadyhands log twitch left thumb --at 14:05",
            ),
        ),
        Command(
            DRINK,
            "a drink, by its name: water, coffee, beer …",
            "drink.log_drink",
            "NAME [AMOUNT]",
            ANY_NUMBER,
            ("water", "coffee", "espresso", "tea", "cola", "beer", "wine"),
            (AT, NOTE),
            (
                "The word drink can be left out. Amounts: 250ml, 0.25l, 8oz, 2x (two servings).",
                "",
                "  steadyhands log water 250ml",
                "  steadyhands log espresso 60ml --at 9:15",
            ),
        ),
        Command(
            "log food",
            "a food by its name, or a meal without naming foods",
            "food.log_food",
            "NAME [AMOUNT]",
            ANY_NUMBER,
            (*MEALS, "almonds", "spinach", "oatmeal", "banana"),
            (Option("meal", "which meal it belongs to", "WORD", MEALS), AT, NOTE),
            (
                "Amounts: 30g, 1oz, 1/2 cup, 2 slices, 2x (two portions). Without --meal the time"
                " of day decides.",
                "",
                "  steadyhands log food almonds 1oz",
                '  steadyhands log food "black beans" 1/2 cup --meal lunch --at 12:30',
                "  steadyhands log food lunch",
            ),
        ),
        Command(
            "log supplement",
            "a supplement: mg of the mineral itself, as the label says",
            "supplement.log_supplement",
            "NAME [AMOUNT]",
            ANY_NUMBER,
            _MINERALS,
            (
                Option("salt", "the amount is of this salt: citrate, oxide …", "WORD", _SALTS),
                AT,
                NOTE,
            ),
            (
                "Supplements are counted apart from food.",
                "",
                "  steadyhands log supplement magnesium 100mg",
                "  steadyhands log supplement magnesium 500mg --salt citrate",
            ),
        ),
        Command(
            "log sleep",
            "a night or a nap, from when to when",
            "sleep.log_sleep",
            "FROM-UNTIL",
            ANY_NUMBER,
            (),
            (
                Option("quality", "from 1, poor, to 5", "NUMBER", ("1", "2", "3", "4", "5")),
                DAY,
                Option("from", "when you fell asleep, instead of FROM-UNTIL", "TIME"),
                Option("until", "when you woke up", "TIME"),
                NOTE,
            ),
            (
                "  steadyhands log sleep 23:10-06:40 --quality 4",
                '  steadyhands log sleep --from "yesterday 22:30" --until 6:40',
            ),
        ),
        Command(
            "log checkin",
            "how the day feels",
            "checkin.log_checkin",
            options=(
                Option("stress", "from 0 to 10", "NUMBER"),
                Option("tiredness", "from 0 to 10", "NUMBER"),
                Option("load", "mental load, from 0 to 10", "NUMBER"),
                Option("workout", "exercise: 30min, 1h30", "TIME"),
                Option("screen", "hours at a screen: 6, 90min", "TIME"),
                Option("symptom", "something you noticed; may be repeated", "WORD", SYMPTOMS, True),
                AT,
                NOTE,
            ),
            after=("  steadyhands log checkin --stress 4 --workout 30min",),
        ),
        Command(
            "log symptom",
            "something that may matter: weakness, numbness, pain …",
            "symptom.log_symptom",
            "WORD [SIDE] [FINGER]",
            10,
            (*HAND_SYMPTOMS, *BODY_SYMPTOMS, *SIDES, *PARTS),
            (Option("severity", "from 0 to 10", "NUMBER"), AT, NOTE),
            (
                "  steadyhands log symptom weakness right",
                "  steadyhands log symptom numbness left ring --severity 3",
            ),
        ),
        Command(
            "log note",
            "words of your own",
            "note.log_note",
            "WORDS …",
            ANY_NUMBER,
            options=(AT,),
            after=("  steadyhands log note New chair, feet on the floor",),
        ),
        Command(
            "log routine",
            "a hand routine, by its name",
            "routine.log_routine",
            "NAME [TIME]",
            ANY_NUMBER,
            options=(
                Option("felt", "how your hands are afterwards", "WORD", AFTERWARDS),
                Option("hurt", "it hurt"),
                AT,
                NOTE,
            ),
            after=(
                "Without a time it is the whole routine. Their names: steadyhands routines.",
                "",
                "  steadyhands log routine tendon glides 3min --felt easier",
            ),
        ),
        Command(
            "plan",
            "the plan: where you are, and today's task",
            "plan.plan",
            "[ACT] [STEP]",
            7,
            PLAN_WORDS,
            (
                Option("days", "with start: how long, from 14 to 365", "NUMBER"),
                Option("fortnights", "with start: two weeks on, two off, in turn"),
                Option("keep", "with finish: its habit stays"),
            ),
            (
                "Acts: done, start, pause, resume, extend, finish, stop.",
                "Steps: baseline, water, magnesium, balance, sleep, movement, meals, stress.",
                "A step starts tomorrow; without its name it is the next one.",
                "",
                "  steadyhands plan start water --fortnights",
                "  steadyhands plan done",
            ),
        ),
        Command(
            "routines",
            "the hand routines, or all about one",
            "routine.list_routines",
            "[NAME]",
            ANY_NUMBER,
        ),
        Command(
            "foods",
            "the foods to choose from, with their minerals",
            "food.list_foods",
            "[WORD]",
            ANY_NUMBER,
        ),
        Command("today", "today in a few lines", "today.show_today"),
        Command(
            "list",
            "the entries of the last days, newest first",
            "listing.list_entries",
            options=(
                Option("days", "how many days, 7 unless you say", "NUMBER"),
                Option("json", "for other programs: one JSON array"),
            ),
        ),
        Command(
            "safety",
            "when to seek help; first what your diary tells of it",
            "safety.show_safety",
            "[read]",
            1,
            ("read",),
            (Option("sources", "say where each of it comes from"),),
            ("safety read: you have read what your diary tells.",),
        ),
        Command(
            "insight",
            "what goes with the twitching, and how sure that is",
            "insight.show_insight",
            options=(
                Option("as-of", "as it was on the morning of a day: 2026-11-20", "DAY"),
                Option("json", "for other programs: one JSON object"),
            ),
            after=("Nothing of the day itself is looked at, as it is not over.",),
        ),
        Command("undo", "take back what was last done", "undo.undo"),
        Command("redo", "do again what was last undone", "undo.redo"),
        Command(
            "report",
            "a report for a clinician, on paper or as text",
            "report.write_report",
            options=(
                OUT,
                Option("weeks", "how many weeks up to yesterday, 12 unless you say", "NUMBER"),
                Option("include", "a part to show; may be repeated", "PART", REPORT_PARTS, True),
                Option("name", "the name on the report", "NAME"),
                Option("ask", "a question you want to ask; may be repeated", "TEXT", many=True),
                Option("letter", "US Letter paper instead of A4"),
            ),
            after=(
                "The file's ending says what it becomes: .pdf, .html or .txt.",
                "",
                "  steadyhands report -o for-my-doctor.pdf --weeks 8",
            ),
        ),
        Command("where", "where the diary lies", "upkeep.where"),
        Command("check", "see whether the diary is sound", "upkeep.check"),
        Command("backup", "make a backup of the diary now", "upkeep.backup"),
        Command(
            "restore",
            "list the backups, or put one in the diary's place",
            "upkeep.restore",
            "[DAY|FILE]",
            2,
            after=(
                "The diary that was there is kept beside it, under another name. Without a day or",
                "a file, a damaged diary gets its newest good backup.",
                "",
                "  steadyhands restore 2026-11-20",
                "  steadyhands restore ~/steadyhands-2026-11-20.sqlite",
            ),
        ),
        Command(
            "export",
            "write the diary to a file",
            "transfer.export",
            options=(
                Option(
                    "format",
                    "tables (csv), json, jsonl, fhir, or a copy (sqlite)",
                    "WORD",
                    ("csv", "json", "jsonl", "fhir", "sqlite"),
                ),
                OUT,
                Option("from", "the first day: 2026-11-01", "DAY"),
                Option("until", "the last day", "DAY"),
            ),
            after=(
                "Without --format the file's ending decides; without both it is tables in a zip.",
                "",
                "  steadyhands export -o diary.json",
                "  steadyhands export --format fhir --from 2026-11-01",
            ),
        ),
        Command(
            "import",
            "bring in a file of this or another program",
            "transfer.import_file",
            "FILE",
            1,
            (),
            (
                Option("dry-run", "only say what would come in"),
                Option("report", "write every row and what becomes of it, as CSV", "FILE"),
                Option("removed", "bring back what you had removed, too"),
                Option("as", "what a tracker becomes: coffee=drink:coffee", "NAME=WORD", (), True),
            ),
            (
                "A file is known by its content. Nothing comes in twice; undo takes it back.",
                "",
                "  steadyhands import export.zip --dry-run",
                '  steadyhands import habits.zip --as "Finger twitch=twitch:right:index"',
            ),
        ),
        Command(
            "completion",
            "a script that lets the Tab key complete these words",
            "completion.completion",
            "bash|zsh|fish",
            1,
            ("bash", "zsh", "fish"),
            after=(
                "bash:  steadyhands completion bash > ~/.local/share/bash-completion/"
                "completions/steadyhands",
                "zsh:   steadyhands completion zsh > a folder in $fpath, as _steadyhands",
                "fish:  steadyhands completion fish > ~/.config/fish/completions/steadyhands.fish",
            ),
        ),
        Command("help", "this help, or that of one command", "help.help_command", "[COMMAND]", 2),
    )
}


def kinds() -> list[str]:
    """Return the words that `log` takes as its first."""
    return [name.removeprefix(LOG + " ") for name in COMMANDS if name.startswith(LOG + " ")]
