"""The medicines that a profile may name, read from `resources/medicines.toml`."""

from __future__ import annotations

from steadyhands.domain.medicines import Medicine
from steadyhands.domain.problem import Problem
from steadyhands.system.resources import read_resource

_FILE = "medicines.toml"


def shipped_medicines() -> tuple[Medicine, ...]:
    """Return the medicines in the order of the file."""
    return medicines_in(read_resource(_FILE), _FILE)


def medicines_in(text: str, file: str) -> tuple[Medicine, ...]:
    """Return the medicines of a TOML text. Raises Problem that names the file and the row."""
    import tomllib

    try:
        rows = tomllib.loads(text).get("medicine", [])
    except tomllib.TOMLDecodeError as error:
        raise Problem("{file} cannot be read: {why}.", file=file, why=error) from None
    found: dict[str, Medicine] = {}
    for number, row in enumerate(rows, start=1):
        try:
            medicine = Medicine(**row)
        except (Problem, TypeError) as error:
            why = str(error).rstrip(".")
            raise Problem("{file}, row {row}: {why}.", file=file, row=number, why=why) from None
        if medicine.id in found:
            raise Problem(
                "{file}, row {row}: {id} is there twice.", file=file, row=number, id=medicine.id
            )
        found[medicine.id] = medicine
    return tuple(found.values())
