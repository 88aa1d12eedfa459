"""Measures reading Apple Health's export.xml against a bare iterparse: time and memory.

python -m tests.bench import_health [RECORDS] [ROUNDS]

The file is made here, as a phone writes it: nine records of ten are of heart, steps and energy.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOAL, GOAL_MIB = 2.0, 150
RECORDS, ROUNDS = 1_000_000, 5
ZONE = timezone(timedelta(hours=2))
SINCE = datetime(2016, 1, 1, tzinfo=ZONE)
DEVICE = "&lt;&lt;HKDevice: 0x281a3&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch&gt;"
COMMON = (("HeartRate", "count/min", "72"), ("StepCount", "count", "31")) * 2 + (
    ("ActiveEnergyBurned", "Cal", "0.412"),
    ("BasalEnergyBurned", "Cal", "18.2"),
    ("DistanceWalkingRunning", "km", "0.023"),
    ("PhysicalEffort", "kcal/hr·kg", "1.4"),
    ("RespiratoryRate", "count/min", "15"),
)
OURS = (
    ("DietaryWater", "mL", "250"),
    ("AppleExerciseTime", "min", "1"),
    ("DietaryCaffeine", "mg", "95"),
    ("AppleExerciseTime", "min", "1"),
    ("DietaryMagnesium", "mg", "40"),
)
STAGES = ("AsleepCore", "AsleepDeep", "AsleepREM", "Awake")


def export(records: int) -> Iterator[str]:
    """Yield a file's lines."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n'
    yield "<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>\n]>\n"
    yield '<HealthData locale="en_GB">\n <ExportDate value="2026-03-10 14:00:00 +0100"/>\n'
    for number in range(records):
        begins = SINCE + timedelta(seconds=300 * number)
        at = f"{begins:%Y-%m-%d %H:%M:%S} +0200"
        if number % 10:
            what, unit, value = COMMON[number % 10 - 1]
            yield _record(f"HKQuantityTypeIdentifier{what}", unit, value, at, at, number % 3 == 0)
        elif number % 50 == 40:
            until = f"{begins + timedelta(minutes=25):%Y-%m-%d %H:%M:%S} +0200"
            value = f"HKCategoryValueSleepAnalysis{STAGES[number // 50 % 4]}"
            yield _record("HKCategoryTypeIdentifierSleepAnalysis", "", value, at, until, True)
        else:
            what, unit, value = OURS[number // 50 % 5]
            yield _record(f"HKQuantityTypeIdentifier{what}", unit, value, at, at, False)
    yield "</HealthData>\n"


def _record(kind: str, unit: str, value: str, at: str, until: str, told: bool) -> str:
    units = f' unit="{unit}"' if unit else ""
    end = "/>\n"
    if told:
        context = '<MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="0"/>'
        end = f">\n  {context}\n </Record>\n"
    return (
        f' <Record type="{kind}" sourceName="Ada’s Apple Watch" sourceVersion="10.1"'
        f' device="{DEVICE}"{units} creationDate="{at}" startDate="{at}" endDate="{until}"'
        f' value="{value}"{end}'
    )


def main(records: int = RECORDS, rounds: int = ROUNDS) -> None:
    """Print both, in turn, and the ratio of each round."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "export.xml")
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(export(records))
        print(f"{records:,} records, {os.path.getsize(path) / 2**20:,.0f} MiB")
        found: dict[str, list[tuple[float, float]]] = {"bare": [], "ours": []}
        for _ in range(rounds):
            for which, each in found.items():
                each.append(_measured(which, path))
        for which, each in found.items():
            seconds, above = (statistics.median(column) for column in zip(*each, strict=True))
            print(f"{which:8}{seconds:7.2f} s {above:7.0f} MiB above start")
        ratios = [o[0] / b[0] for o, b in zip(found["ours"], found["bare"], strict=True)]
        most = max(above for _, above in found["ours"])
        print(f"{'ratio':8}{statistics.median(ratios):7.2f} x   goal {GOAL} x")
        print(f"{'memory':8}{most:7.0f} MiB at most   goal {GOAL_MIB} MiB")


def _measured(which: str, path: str) -> tuple[float, float]:
    words = [sys.executable, "-m", "tests.bench.import_health", which, path]
    said = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    seconds, above = said.split()
    return float(seconds), float(above)


def _bare(path: str) -> None:
    from xml.etree.ElementTree import iterparse

    elements = iterparse(path, events=("start", "end"))
    _, root = next(elements)
    for event, element in elements:
        if event == "end" and element.tag == "Record":
            root.clear()


def _ours(path: str) -> None:
    from steadyhands.exchange.apple_health import AppleHealth
    from steadyhands.exchange.format import Options
    from steadyhands.exchange.source import Source

    with Source(path) as source:
        for _ in AppleHealth().read(source, Options()):
            pass


def child(which: str, path: str) -> None:
    """Read once, and print seconds and MiB above the start."""
    start_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    (_bare if which == "bare" else _ours)(path)
    took = time.process_time() - begun
    print(took, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - start_kib) / 1024)


if __name__ == "__main__":
    child(*sys.argv[1:]) if sys.argv[1:2] in (["bare"], ["ours"]) else main(*map(int, sys.argv[1:]))
