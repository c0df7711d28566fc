"""HormoneViz: how insulin brings GLUT4 to the surface of a cell, and what hormones and inflammation do to it.

The package is a house of floors; each imports only from floors below it (checked by import-linter in the
tests):

    __main__     arguments -> shell
    shell        window, menus, command line: the only floor that starts things
    modes        who is looking: a frozen list of panels, commands and limits
    views        widgets that draw Frames
    look         theme, fonts, words
    session      the one thing that changes (QtCore only)
    exchange     files in and out
    simulation   Scenario -> Film -> Frame
    kinetics     what the biology is
    resources    where shipped files lie
"""

__version__ = "0.1.0"
