"""Renders every small widget in one window, in both themes at 100 % and 200 % text.

Run: QT_QPA_PLATFORM=offscreen python -m tests.bench.gallery FOLDER
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from steadyhands.ui import theme
from steadyhands.ui.widgets.buttons import GuardedButton
from steadyhands.ui.widgets.card import Card
from steadyhands.ui.widgets.chips import ChipRow
from steadyhands.ui.widgets.flow_layout import FlowLayout
from steadyhands.ui.widgets.toast import Toast


def main(out: Path) -> None:
    app = QApplication.instance() or QApplication([])
    for name in ("light", "dark"):
        for scale in (1.0, 2.0):
            theme.apply(app, theme.load_theme(theme.resources_folder(), name), scale, calm=True)
            w = QWidget()
            w.resize(1000, 900)
            v = QVBoxLayout(w)
            c = Card("Right index finger, 16:18", "Saved. Details are optional and can wait.")
            r = ChipRow(
                "Doing", [(x, x) for x in ("Typing", "Mouse", "Holding a cup", "Resting", "Phone")]
            )
            r.select("Typing")
            c.body.addWidget(r)
            f = FlowLayout()
            for var in ("primary", "twitch", "secondary", "quiet"):
                b = GuardedButton(var.title(), var)
                f.addWidget(b)
            c.body.addLayout(f)
            v.addWidget(c)
            v.addStretch()
            t = Toast(w)
            w.show()
            t.show_message(
                "Saved: right index finger at 16:18.", "Undo right index finger", lambda: None
            )
            app.processEvents()
            w.grab().save(str(out / f"g-{name}-{int(scale * 100)}.png"))
            w.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
