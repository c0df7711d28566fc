"""Open HormoneViz from a fresh checkout, or run its tests; sets itself up on the first run.

python3 packaging/start.py [arguments of hormoneviz]
python3 packaging/start.py test [arguments of pytest]

Every Python 3 can read this file, so that an old one gets an answer and no syntax error.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  the one line that old versions are to reach
    sys.exit("HormoneViz needs Python 3.11 or newer; this is Python " + sys.version.split()[0])

import launcher  # newer syntax: only once the version is known

sys.exit(launcher.main(sys.argv[1:]))
