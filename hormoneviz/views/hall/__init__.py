"""The hall: what three hundred people see of a lesson, without any control."""
