"""`hormoneviz lecture STORY --handout FILE.pdf`: a story on one page for students."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.files import write_whole
from hormoneviz.exchange.stories.library import find_story
from hormoneviz.look.look import Look
from hormoneviz.shell.application import application
from hormoneviz.shell.sheet.handout import handout as page
from hormoneviz.shell.sheet.handout_page import PAPERS
from hormoneviz.shell.verbs.looks import known_level
from hormoneviz.simulation.errors import nearest


def handout(options: Namespace) -> int:
    """Write the page that the options ask for and return the exit status.

    Raises:
        BadInput: there is no such story, level or paper, or it does not fit on a page.
        OutputFailed: the file cannot be written.
    """
    if not options.story:
        raise BadInput("of which story? (lecture STORY --handout FILE.pdf)", file="--handout")
    if Path(options.handout).suffix.lower() != ".pdf":
        raise BadInput("a handout is a .pdf", file=f"--handout {options.handout}")
    paper = options.paper.lower()
    if paper not in PAPERS:
        raise BadInput(
            f"known papers: {', '.join(PAPERS)}",
            nearest=nearest(paper, PAPERS),
            file=f"--paper {options.paper}",
        )
    story, level = find_story(options.story), known_level(options.level or "mechanism")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    write_whole(options.handout, page(story, Look.load("light", 1.0, level), paper))
    return 0
