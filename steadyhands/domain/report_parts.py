"""The parts of a clinician report that can be shown or left out."""

from __future__ import annotations

PARTS_OF_REPORT = (
    "where",
    "when",
    "doing",
    "felt",
    "background",
    "symptoms",
    "about",
    "plan",
    "insight",
    "charts",
    "before",
    "notes",
)
USUAL_PARTS = tuple(part for part in PARTS_OF_REPORT if part != "notes")
"""What goes in unless the person chooses otherwise: all but their own notes."""
