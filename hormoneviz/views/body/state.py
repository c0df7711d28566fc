"""What the calendar says at the play head: every event so far counts, a load that an event sets as an acute
one, just as for the film.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from hormoneviz.simulation.calendar import calendar_of_scenario

if TYPE_CHECKING:
    from hormoneviz.session.session import Session
    from hormoneviz.simulation.scenario import Scenario


class CalendarNow:
    """The calendar's quantities at the session's week, read again only when something of them has changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read_for: tuple[Scenario, float] | None = None
        self.values: Mapping[str, float] = {}
        self.units: Mapping[str, str] = {}
        self.refresh()

    def refresh(self) -> bool:
        """Read it anew if need be; whether that was so.

        Raises:
            SolverFailed: the solver could not go on (the film of such a scenario cannot be made either).
        """
        standing, lasting = self._session.standing, self._session.scenario.inflammation
        key = (standing, lasting.load)
        if key == self._read_for:
            return False
        calendar = calendar_of_scenario(replace(standing, inflammation=lasting))
        acute = None if standing.inflammation == lasting else standing.inflammation.load
        self.values, self.units = calendar.at(standing.week, acute), calendar.units
        self._read_for = key
        return True
