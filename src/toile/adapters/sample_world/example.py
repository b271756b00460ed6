"""The finished example of the sample world: a brief and what was said after it."""

BRIEF = """Maison Orel, spring capsule SS27. Eight stills, all 4:5.
For the web shop and organic social. Germany, France and Sweden.
Live from 1 March 2027 to 31 May 2027.
Imani, Freya and Kenji.
The camel trench coat, the navy suit, the rust pleated skirt and the ivory silk blouse.
Window light on grey seamless, then golden hour on a stone staircase. Calm and upright. No hats.
Finals by 12 February 2027. Budget 60,000 euros."""

AFTER = ("make 2 warmer",)
# Somebody who may not be in the last picture, so that a refusal can be looked at.
REFUSED = "twin-noor"
