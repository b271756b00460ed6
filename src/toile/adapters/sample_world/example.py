"""The finished example of the sample world: a brief and what was said after it."""

BRIEF = """Maison Orel, spring capsule SS27. Eight stills, all 4:5.
For the web shop and organic social. Germany, France and Sweden.
Live from 1 March 2027 to 31 May 2027.
Imani, Freya and Kenji.
The camel trench coat, the ivory silk blouse, the navy suit and the rust pleated skirt.
Window light and golden hour. Grey seamless and a stone staircase.
Calm, upright, a little amused. No hats.
Finals by 12 February 2027. Budget 60,000 euros."""

AFTER = ("make 2 warmer",)
# Somebody who may not be in the last picture, so that a refusal can be looked at.
REFUSED = "twin-noor"
