"""The routines, and beside them one of three faces: what to know, the player, what was done."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steadyhands.ui.tabs.exercises.finish_view import FinishView
from steadyhands.ui.tabs.exercises.intro_view import IntroView
from steadyhands.ui.tabs.exercises.panes import Panes
from steadyhands.ui.tabs.exercises.player_view import PlayerView
from steadyhands.ui.tabs.exercises.presenter import CHOOSE, DONE, PLAY
from steadyhands.ui.tabs.exercises.routine_list import RoutineList
from steadyhands.ui.theme import current_look
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card
from steadyhands.ui.widgets.click_guard import ClickGuard
from steadyhands.ui.widgets.scroll_page import ScrollPage

_LEAST = 60  # px high at 100 % text


class Faces(QWidget):
    """Lays everything out for a wide window, and for a narrow one.

    In a narrow window one page is seen at a time and scrolls as a whole; what plays keeps
    its buttons at the foot.
    """

    def __init__(
        self,
        listed: RoutineList,
        intro: IntroView,
        player: PlayerView,
        finish: FinishView,
        guard: ClickGuard,
    ) -> None:
        super().__init__()
        self._list, self._player = listed, player
        self._faces = {CHOOSE: intro, PLAY: player, DONE: finish}
        self._face = CHOOSE
        way_back = GuardedButton(self.tr("← All routines"), "quiet", guard)
        way_back.setAccessibleName(self.tr("All routines"))
        way_back.pressed_once.connect(self._on_way_back)
        card = Card(fills=True)
        card.body.addWidget(way_back, 0, Qt.AlignmentFlag.AlignLeft)
        for view in (intro, player, finish):
            card.body.addWidget(view, 1)
        self.page = ScrollPage()
        self.page.body.addWidget(card, 1)
        self.page.setMinimumHeight(current_look().px(20))  # the buttons at the foot come first
        detail = QWidget()
        around = QVBoxLayout(detail)
        self.panes = Panes(listed, detail, way_back)
        outer = QVBoxLayout(self)
        for box in (around, outer):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        around.addWidget(self.page, 1)
        around.addWidget(player.foot)
        outer.addWidget(self.panes)
        self.setMinimumHeight(current_look().px(_LEAST))  # pages scroll: no window grows for them
        self.panes.narrowed.connect(self._on_narrowed)
        self._on_narrowed(self.panes.is_narrow())

    def show_face(self, face: str) -> None:
        """Show one of the faces."""
        self._face = face
        for key, view in self._faces.items():
            view.setVisible(key == face)
        self.panes.keep_detail(face != CHOOSE)
        self._list.let_write(face != PLAY)
        self._fit()

    def show_hand(self) -> None:
        """In a small window bring the hand into sight, and the words above if there is room."""
        QTimer.singleShot(0, self._player, self._scroll_to_hand)

    def _scroll_to_hand(self) -> None:
        page, first = self.page.widget(), self._player.first_seen
        if page is not None and page.height() > self.page.viewport().height():
            self.page.verticalScrollBar().setValue(first.mapTo(page, QPoint(0, 0)).y() - 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the player know how much is seen at once."""
        super().resizeEvent(event)
        self._fit()

    def _on_way_back(self) -> None:
        self.panes.open_detail(False)

    def _on_narrowed(self, narrow: bool) -> None:
        look = current_look()
        self._list.unroll(narrow)
        self._player.set_narrow(narrow)
        left = look.px(24) if narrow else 0  # beside the list there is a gap already
        self.page.body.setContentsMargins(left, look.px(8), look.px(24), look.px(20))
        self._fit()

    def _fit(self) -> None:
        foot = self._player.foot
        foot.setVisible(self._face == PLAY and self.panes.is_narrow())
        below = foot.sizeHint().height() if foot.isVisibleTo(self) else 0
        edge = 0 if self.panes.is_narrow() else current_look().px(28)
        self._player.set_room(self.width(), self.height() - below - edge)
