"""One thing that may go with twitching: its name, how sure, in words, and its range drawn."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from steadyhands.domain.insight import LIKELY, Finding, Standing
from steadyhands.domain.insight_view import stands
from steadyhands.ui import insight_words
from steadyhands.ui.charts.forest import DOT, PLAIN, RING, ForestAxis, IntervalBar
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import label
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.words import capital

WORDS_SHARE, BAR_SHARE = 3, 2
_BESIDE_PX = 620  # narrower, and the range lies under the words


class Sides(QBoxLayout):
    """Words beside what is drawn, or above it where there is no room beside them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, parent)
        look = current_look()
        self.setContentsMargins(look.px(10), 0, look.px(10), 0)
        self.setSpacing(look.px(16))

    def fit(self, width: int) -> None:
        """Choose the arrangement for a width."""
        look = current_look()
        beside = width >= look.px(_BESIDE_PX)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.setDirection(across if beside else down)
        self.setSpacing(look.px(16 if beside else 0))


class LinkHead(QWidget):
    """The line above the rows: what is compared, and the scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = self.tr(
            "Logged twitches, compared with your other days. Press a row to see the days behind it."
        )
        self._sides = Sides(self)
        caption = label(said, "caption")
        caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        caption.setMinimumWidth(1)
        caption.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self._sides.addWidget(caption, WORDS_SHARE)
        self._sides.addWidget(ForestAxis(), BAR_SHARE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the rows."""
        super().resizeEvent(event)
        self._sides.fit(event.size().width())


class LinkRow(GuardedButton):
    """The whole row is one target: pressed, it shows the days behind it."""

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__("", "row", guard, parent)
        look = current_look()
        self.finding: Finding | None = None
        self._title, self._level, self._said = (
            self._line(role) for role in ("strong", "muted", "")
        )
        words = QVBoxLayout()
        words.setContentsMargins(0, look.px(6), 0, look.px(6))
        words.setSpacing(look.px(1))
        words.addStretch(1)
        for line in (self._title, self._level, self._said):
            words.addWidget(line)
        words.addStretch(1)
        self.bar = IntervalBar()
        self._row = Sides(self)
        self._row.addLayout(words, WORDS_SHARE)
        self._row.addWidget(self.bar, BAR_SHARE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _line(self, role: str) -> QLabel:
        line = label("", role)
        line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.setMinimumWidth(1)
        return line

    def show_finding(self, finding: Finding, standing: Standing, units: str) -> None:
        """Show another finding, or the same as it stands now."""
        self.finding = finding
        level = capital(insight_words.level_text(finding, standing))
        said = insight_words.sentence(finding, units)
        for line, text in (
            (self._title, insight_words.title(finding)),
            (self._level, level),
            (self._said, said),
        ):
            line.setText(text)
            line.setVisible(bool(text))
        mark = (DOT if finding.level == LIKELY else RING) if stands(finding) else PLAIN
        self.bar.show_interval(finding.ratio, finding.low, finding.high, mark)
        self.setAccessibleName(f"{self._title.text()}: {level}. {said}".strip())
        self.setAccessibleDescription(self.tr("Shows the days behind it"))

    def words(self) -> str:
        """Return what the row says, line by line."""
        lines = (self._title, self._level, self._said)
        return "\n".join(line.text() for line in lines if line.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the range under the words where there is no room beside them."""
        super().resizeEvent(event)
        self._row.fit(event.size().width())

    def sizeHint(self) -> QSize:
        """Return the size of the words, at least a target."""
        inner, target = self.layout(), current_look().target
        size = inner.sizeHint() if inner is not None else QSize()
        return size.expandedTo(QSize(target, target))

    def minimumSizeHint(self) -> QSize:
        """Return a target: the words wrap."""
        target = current_look().target
        return QSize(target, target)
