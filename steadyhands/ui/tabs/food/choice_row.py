"""One food or meal to press, with a star beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from steadyhands.ui import words
from steadyhands.ui.tabs.food import wording
from steadyhands.ui.tabs.food.finder import Choice
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.wrap_button import WrapButton

_HELD = ("magnesium_mg", "potassium_mg", "calcium_mg")
_POINTS = 5
_INNER = 0.45  # of the star's radius


class ChoiceButton(WrapButton):
    """Name, amount and minerals of a choice."""

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(("name", "muted"), guard, parent=parent)
        self.setCheckable(True)

    def show_choice(self, choice: Choice) -> None:
        """Become the row of a choice."""
        held = {name: choice.total(name) for name in _HELD}
        name, line = wording.choice_name(choice), wording.choice_line(choice)
        said = " · ".join(part for part in (line, wording.held_text(held)) if part)
        self.set_lines(words.breakable(name), words.breakable(said))
        self.setAccessibleName(wording.choice_spoken(choice))
        self.setAccessibleDescription(wording.held_spoken(held))


class Star(GuardedButton):
    """Makes a food a favourite, or no longer one."""

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__("", "quiet", guard, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self.setCheckable(True)

    def show_food(self, name: str, is_favourite: bool) -> None:
        """Show whether the food of this name is a favourite."""
        self.setChecked(is_favourite)
        said = self.tr("{0}: favourite") if is_favourite else self.tr("{0}: not a favourite")
        self.setAccessibleName(said.format(name))
        act = self.tr("No longer a favourite") if is_favourite else self.tr("Make it a favourite")
        self.setToolTip(act)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a target."""
        target = current_look().target
        return QSize(target, target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the star, filled for a favourite."""
        super().paintEvent(event)
        look = current_look()
        path = _star(QRectF(self.rect()).center(), look.px(11))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            role = "minerals" if self.isChecked() else "muted"
            painter.setPen(QPen(look.colour(role), look.px(2) * 0.8))
            painter.setBrush(look.colour("minerals") if self.isChecked() else Qt.BrushStyle.NoBrush)
            painter.drawPath(path)


def _star(centre: QPointF, radius: float) -> QPainterPath:
    from math import cos, pi, sin

    points = []
    for corner in range(2 * _POINTS):
        reach = radius if corner % 2 == 0 else radius * _INNER
        angle = pi * corner / _POINTS - pi / 2
        points.append(centre + QPointF(reach * cos(angle), reach * sin(angle)))
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


class ChoiceRow(QWidget):
    """A choice and its star, both at least a target high."""

    pressed_once = Signal()
    starred = Signal(bool)  # make it a favourite, or no longer

    def __init__(self, guard: ClickGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice: Choice | None = None
        self.button = ChoiceButton(guard)
        self.star = Star(guard)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.button, 1)
        line.addWidget(self.star, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button.pressed_once.connect(self.pressed_once)
        self.star.pressed_once.connect(lambda: self.starred.emit(not self.star.isChecked()))

    def show_choice(self, choice: Choice) -> None:
        """Become the row of a choice."""
        if choice == self.choice:
            return
        self.choice = choice
        self.button.show_choice(choice)
        self.star.setVisible(choice.favourite is not None)
        if choice.favourite is not None:
            self.star.show_food(choice.name, choice.favourite)

    def set_chosen(self, chosen: bool) -> None:
        """Mark the row that Enter would log."""
        self.button.setChecked(chosen)
