"""What starts things: the window, the menus, the timer, the command line.  Importing it starts nothing."""
