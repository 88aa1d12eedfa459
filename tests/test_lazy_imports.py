"""What the window does not need stays unloaded: heavy libraries cost every start."""

import os
import subprocess
import sys

import pytest

HEAVY = ("numpy", "scipy", "pyqtgraph", "typst", "jinja2", "ijson")

SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from steadyhands.app import open_desk
from steadyhands.system.preferences import PreferenceFile
from steadyhands.ui.appearance import Appearance
from steadyhands.ui.shell import Shell
from steadyhands.ui.start import make_application

app = make_application()
shell = Shell(open_desk(demo=True), Appearance(app), PreferenceFile(sys.argv[1]))
shell.show()
app.processEvents()
early = set(sys.modules)
for key in shell.window.page_keys():
    if key in ("trends", "plan", "report"):  # what reckons with them, or sets pages
        continue
    shell.window.show_page(key)
    app.processEvents()
shell.conductor.log_twitch()
shell.conductor.undo()
app.processEvents()
for name in sys.argv[2:]:
    if any(module == name or module.startswith(name + ".") for module in sys.modules):
        print("loaded", name)
for module in early:
    if module.startswith("steadyhands.ui.tabs.") and ".twitches" not in module:
        print("early", module)
shell.window.close()
"""


@pytest.mark.slow
def test_the_window_with_pages_that_do_not_reckon_opened_loads_nothing_heavy(tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path), *HEAVY],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if line] == []
