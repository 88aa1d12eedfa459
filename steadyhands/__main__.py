"""python -m steadyhands."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line or the window, as the words given ask for."""
    try:
        from steadyhands.app import main as run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
