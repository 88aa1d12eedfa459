"""As much of JSON Schema as our own schema uses: what a record breaks, in words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from steadyhands.system.resources import read_resource

SCHEMA: dict[str, Any] = json.loads(read_resource("schema", "diary.schema.json"))
_TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float)}
_KNOWN = {
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "required", "properties",
    "additionalProperties", "const", "enum", "anyOf", "items", "pattern", "minimum",
}  # fmt: skip


def faults(value: Any, schema: dict[str, Any], where: str = "") -> Iterator[str]:
    assert set(schema) <= _KNOWN, f"not understood: {set(schema) - _KNOWN}"
    if "$ref" in schema:
        yield from faults(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], where)
    expected = _TYPES.get(schema.get("type", ""), object)
    if not isinstance(value, expected) or (isinstance(value, bool) and expected is not object):
        yield f"{where} is no {schema['type']}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{where} is not {schema['const']}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where} is none of {schema['enum']}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{where} is not like {schema['pattern']}"
    if value < schema["minimum"] if "minimum" in schema else False:
        yield f"{where} is too small"
    if "anyOf" in schema and all(list(faults(value, one, where)) for one in schema["anyOf"]):
        yield f"{where} is none of the alternatives"
    if isinstance(value, dict):
        yield from _of_members(value, schema, where)
    for number, each in enumerate(value if "items" in schema else ()):
        yield from faults(each, schema["items"], f"{where}[{number}]")


def _of_members(value: dict[str, Any], schema: dict[str, Any], where: str) -> Iterator[str]:
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{where}.{name} is missing"
    known = schema.get("properties", {})
    more = schema.get("additionalProperties", True)
    for name, each in value.items():
        if name in known:
            yield from faults(each, known[name], f"{where}.{name}")
        elif more is False:
            yield f"{where}.{name} is unknown"
        elif isinstance(more, dict):
            yield from faults(each, more, f"{where}.{name}")
