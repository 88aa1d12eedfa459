import subprocess
import sys

CHECK = """
import builtins
from steadyhands.ui.plain_import import import_plainly
import_plainly()
assert builtins.__import__.__name__ != "__feature_import__"
import json
looked = []
import shibokensupport.feature
shibokensupport.feature._mod_uses_pyside = looked.append
import steadyhands.ui.main_window
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
assert QLabel("Still there").text() == "Still there"
assert not looked
"""


def test_imports_are_not_looked_into_and_qt_works():
    subprocess.run([sys.executable, "-c", CHECK], check=True)
