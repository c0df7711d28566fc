"""What the biology is: species, parameters, rules and reactions, declared once as data and compiled from
there."""
