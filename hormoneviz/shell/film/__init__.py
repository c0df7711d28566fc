"""Films of the cell as files: what is shown when, and a module for each way of writing it down."""
