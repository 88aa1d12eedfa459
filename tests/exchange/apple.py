"""Apple Health exports as a phone writes them, made to measure."""

from __future__ import annotations

import io
import zipfile

DTD = """<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 13 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!-- Note: Records within a correlation also appear outside of it. -->
<!ELEMENT Record ((MetadataEntry|HeartRateVariabilityMetadataList)*)>
<!ATTLIST Record
  type          CDATA #REQUIRED
  unit          CDATA #IMPLIED
  value         CDATA #IMPLIED
>
]>"""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
DAY = "2026-03-09"


def export(*records: str, dtd: str = DTD) -> str:
    body = "\n ".join(records)
    return (
        f'{HEAD}{dtd}\n<HealthData locale="en_GB">\n'
        f' <ExportDate value="2026-03-10 13:00:00 +0100"/>\n {body}\n</HealthData>\n'
    )


def at(clock: str, day: str = DAY, zone: str = "+0100") -> str:
    return f"{day} {clock}:00 {zone}"


def record(
    kind: str,
    value: str,
    unit: str = "",
    start: str = "12:58",
    end: str = "",
    app: str = "Cronometer",
    inner: str = "",
) -> str:
    begins = start if len(start) > 5 else at(start)
    ends = begins if not end else end if len(end) > 5 else at(end)
    units = f' unit="{unit}"' if unit else ""
    close = f">{inner}</Record>" if inner else "/>"
    return (
        f'<Record type="{kind}" sourceName="{app}" sourceVersion="2009"{units}'
        f' creationDate="{begins}" startDate="{begins}" endDate="{ends}" value="{value}"{close}'
    )


def intake(what: str, value: str, unit: str, start: str = "12:58", **more: str) -> str:
    kind = what if what.startswith("Number") else f"Dietary{what}"
    return record(f"HKQuantityTypeIdentifier{kind}", value, unit, start, **more)


def sleep(stage: str, start: str, end: str, app: str = "Watch", inner: str = "") -> str:
    value = f"HKCategoryValueSleepAnalysis{stage}"
    return record(
        "HKCategoryTypeIdentifierSleepAnalysis", value, "", start, end, app=app, inner=inner
    )


def exercise(start: str, minutes: int = 1, app: str = "Watch") -> str:
    return record("HKQuantityTypeIdentifierAppleExerciseTime", str(minutes), "min", start, app=app)


def workout(start: str, end: str, minutes: str, app: str = "Watch") -> str:
    return (
        f'<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="{minutes}"'
        f' durationUnit="min" sourceName="{app}" startDate="{at(start)}" endDate="{at(end)}">'
        '<WorkoutStatistics type="x"/></Workout>'
    )


def metadata(key: str, value: str) -> str:
    return f'<MetadataEntry key="{key}" value="{value}"/>'


def a_zip(xml: str, name: str = "apple_health_export/export.xml") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("apple_health_export/export_cda.xml", "<ClinicalDocument/>")
        archive.writestr(name, xml)
    return made.getvalue()


def some_of_all() -> str:
    """Return an export with some of each that matters, and some that does not."""
    return export(
        record("HKQuantityTypeIdentifierStepCount", "31", "count"),
        intake("Water", "371.117", "mL"),
        intake("Caffeine", "0.095", "g", "15:00"),
        intake("NumberOfAlcoholicBeverages", "1", "count", "19:30"),
        intake("Magnesium", "80", "mg", "18:00"),
        sleep("InBed", at("22:30", "2026-03-08"), at("07:00")),
        sleep("AsleepCore", at("23:00", "2026-03-08"), at("02:00")),
        sleep("AsleepREM", at("02:00"), at("06:30")),
        workout("17:00", "17:40", "38.5"),
        exercise("09:00"),
        exercise("09:01"),
    )
