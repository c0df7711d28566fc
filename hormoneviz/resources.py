"""The one place that knows where shipped files lie: scenarios, layouts, words, fonts, pictures.

They are real files, because Qt wants paths for fonts and pictures. A wheel carries them inside the package, a
checkout (and an editable install of it) beside the package; nothing depends on the working directory.
"""

from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).resolve().parent
_FOLDERS = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


def path(name: str) -> Path:
    """The file or folder called `name`, for example "scenarios/meal.toml"."""
    wanted = PurePosixPath(name)
    if wanted.is_absolute() or ".." in wanted.parts or Path(name).is_absolute():
        raise ValueError(f"a resource is named from the resources folder downwards, not {name!r}")
    for folder in _FOLDERS:
        if (found := folder / wanted).exists():
            return found
    looked = " and ".join(str(folder) for folder in _FOLDERS)
    raise FileNotFoundError(f"{name} is missing: looked in {looked}. Please install HormoneViz again.")


def text(name: str) -> str:
    return path(name).read_text(encoding="utf-8")


def names(folder: str, suffix: str) -> list[str]:
    """The names, sorted, of the files in `folder` that end in `suffix`, each ready for `path`."""
    return sorted(f"{folder}/{file.name}" for file in path(folder).iterdir() if file.name.endswith(suffix))
