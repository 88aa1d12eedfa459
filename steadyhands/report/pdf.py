"""Sets a report on paper by typst: PDF/UA-1, tagged for screen readers, and pictures of pages."""

from __future__ import annotations

import json

from steadyhands.domain.problem import Problem
from steadyhands.report.content import Report, as_data

PREVIEW_PPI = 110.0


def pdf(report: Report, template: str) -> bytes:
    """Return the report as a PDF; the same report gives the same bytes.

    The font comes with typst, so that no machine's own changes the page; only where words hold
    letters that it lacks are the machine's fonts asked.
    """
    import typst  # 30 MB, and wanted only here

    data = json.dumps(as_data(report), ensure_ascii=False)
    try:
        return typst.compile(
            template.encode(),
            format="pdf",
            pdf_standards="ua-1",
            sys_inputs={"report": data},
            ignore_system_fonts=not needs_other_fonts(data),
            timestamp=0,
        )
    except typst.TypstError as error:
        raise _refused(error) from error


def page_pictures(report: Report, template: str, ppi: float = PREVIEW_PPI) -> list[bytes]:
    """Return each page as a PNG, as a preview shows them; `ppi` is pixels an inch."""
    import typst

    data = json.dumps(as_data(report), ensure_ascii=False)
    try:
        made: bytes | list[bytes] = typst.compile(
            template.encode(),
            format="png",
            ppi=ppi,
            sys_inputs={"report": data},
            ignore_system_fonts=not needs_other_fonts(data),
        )
    except typst.TypstError as error:
        raise _refused(error) from error
    return list(made) if isinstance(made, list) else [made]


def needs_other_fonts(text: str) -> bool:
    """Return whether letters are neither Latin, Greek nor Cyrillic, nor usual signs."""
    return any(ord(letter) > 0x52F and not 0x1E00 <= ord(letter) <= 0x2BFF for letter in text)


def _refused(error: Exception) -> Problem:
    return Problem("The report could not be set: {reason}.", reason=str(error).rstrip("."))
