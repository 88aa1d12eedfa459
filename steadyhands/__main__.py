"""python -m steadyhands."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line or the window, as the words given ask for."""
    from steadyhands.app import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
