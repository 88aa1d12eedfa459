"""A chart as a picture of its own: title, chart and legend on one sheet; PNG, SVG, clipboard."""

from __future__ import annotations

import os
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QImage, QImageWriter, QPainter

from steadyhands.domain.problem import Problem
from steadyhands.ui.charts.key import Key
from steadyhands.ui.charts.legend import Legend
from steadyhands.ui.theme import current_look

SHARP = 2  # pixels of a saved picture for one on the screen
_SVG_DPI = 96


class Pictured(Protocol):
    """What a chart gives for its picture."""

    def paint_on(self, painter: QPainter) -> None:
        """Paint at the painter's origin."""

    def legend(self) -> tuple[Key, ...]:
        """Return what the colours mean."""

    def size(self) -> QSize:
        """Return how large it is now."""


class Sheet:
    """Title above, chart, legend below, on the card's colour."""

    def __init__(self, chart: Pictured, title: str) -> None:
        self._chart, self._title = chart, title
        self._legend = Legend()
        self._legend.show_keys(chart.legend())
        self._edge = current_look().px(20)

    def size(self) -> QSize:
        """Return the sheet's size in pixels at its natural scale."""
        chart = self._chart.size()
        high = 2 * self._edge + self._head() + chart.height() + self._foot(chart.width())
        return QSize(chart.width() + 2 * self._edge, round(high))

    def _head(self) -> float:
        return QFontMetricsF(_title_font()).height() + current_look().px(10)

    def _foot(self, width: int) -> float:
        return self._legend.heightForWidth(width) + current_look().px(10)

    def paint(self, painter: QPainter) -> None:
        """Paint the sheet at the painter's origin."""
        look, size, chart = current_look(), self.size(), self._chart.size()
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), look.colour("card"))
        painter.setFont(_title_font())
        painter.setPen(look.colour("text"))
        words = QRectF(self._edge, self._edge, chart.width(), self._head())
        painter.drawText(words, Qt.AlignmentFlag.AlignTop, self._title)
        painter.save()
        painter.translate(self._edge, self._edge + self._head())
        self._chart.paint_on(painter)
        painter.restore()
        painter.translate(self._edge, size.height() - self._edge - self._foot(chart.width()) + 10)
        self._legend.paint_on(painter, chart.width())


def _title_font() -> QFont:
    font = QGuiApplication.font()
    font.setPixelSize(current_look().px(18))
    font.setBold(True)
    return font


def picture(chart: Pictured, title: str) -> QImage:
    """Return the sheet as an image, twice as sharp as the screen."""
    sheet = Sheet(chart, title)
    image = QImage(sheet.size() * SHARP, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(SHARP)
    image.fill(current_look().colour("card"))
    with QPainter(image) as painter:
        sheet.paint(painter)
    return image


def svg(chart: Pictured, title: str, description: str = "") -> bytes:
    """Return the sheet as an SVG document."""
    from PySide6.QtSvg import QSvgGenerator

    sheet, buffer = Sheet(chart, title), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(sheet.size())
    generator.setViewBox(QRectF(0, 0, sheet.size().width(), sheet.size().height()))
    generator.setResolution(_SVG_DPI)
    generator.setTitle(title)
    generator.setDescription(description)
    with QPainter(generator) as painter:
        sheet.paint(painter)
    return bytes(buffer.data().data())


def copy(chart: Pictured, title: str) -> None:
    """Put the picture on the clipboard."""
    QGuiApplication.clipboard().setImage(picture(chart, title))


def save(chart: Pictured, title: str, path: str, description: str = "") -> str:
    """Save as SVG or PNG, by the name's ending; return the path written. Raises Problem."""
    if not path.lower().endswith((".svg", ".png")):
        path += ".png"
    if path.lower().endswith(".svg"):
        data = svg(chart, title, description)
    else:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"PNG")).write(picture(chart, title))
        data = bytes(buffer.data().data())
    try:
        with open(path, "wb") as file:
            file.write(data)
    except OSError as error:
        raise Problem(
            "The picture could not be saved at {path}: {reason}.",
            path=path,
            reason=error.strerror or os.path.basename(path),
        ) from error
    return path
