"""How the biology evolves: a Scenario makes a Film, a Film gives a Frame for any moment. No Qt, no clock."""
