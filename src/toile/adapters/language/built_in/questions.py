"""What a good assistant asks: at most five, worst first, never what the text says."""

from toile.domain.brief import Brief, OpenQuestion

_FIVE = 5


def open_questions(brief: Brief) -> tuple[OpenQuestion, ...]:
    """Return the questions that a brief leaves open, flags first."""
    asked = [*_from_flags(brief), *_missing(brief)]
    return tuple(asked[:_FIVE])


def _from_flags(brief: Brief) -> list[OpenQuestion]:
    found: list[OpenQuestion] = []
    for flag in brief.flags:
        if flag.action == "ask":
            options = (
                tuple(part.strip(" ?") for part in flag.why.split(" or "))
                if " or " in flag.why
                else ()
            )
            found.append(
                OpenQuestion(about=_ABOUT.get(flag.code, flag.code), ask=flag.why, options=options)
            )
        elif flag.code in _PROOF:
            found.append(OpenQuestion(about="proof", ask=_PROOF[flag.code]))
    return found


_ABOUT = {"AMBIGUOUS_DATE": "deadline", "DATE_PAST": "deadline", "AMBIGUOUS_TWINS": "twins"}
_PROOF = {
    "GREEN_CLAIM": "What proves the environmental claim?",
    "HEALTH_OR_EFFICACY_CLAIM": "What proves the claim?",
    "THIRD_PARTY_RIGHTS": "Is there permission from the owner?",
    "CELEBRITY_LIKENESS": "Which other idea may take the place of the known person's likeness?",
    "PHOTOGRAPHER_COPY": "Which other idea may take the place of that picture?",
    "MINOR": "May an adult be cast, looking like an adult?",
}


def _missing(brief: Brief) -> list[OpenQuestion]:
    aspects = any(d.aspect for d in brief.deliverables)
    counted = any(d.count for d in brief.deliverables)
    people = brief.talent.people if brief.talent else None
    window = brief.window
    rows = [
        (not brief.brand, "brand", "Which brand is it for?", ()),
        (not brief.products, "products", "Which products are to be shown?", ()),
        (not counted, "deliverables", "How many pictures do you need, and in which formats?",
         ("6 stills 4:5", "8 stills 4:5 and 4 stories 9:16", "12 stills 4:5")),
        (not brief.markets, "markets", "In which countries will the pictures be used?",
         ("Germany, Austria, Switzerland", "European Union", "Worldwide")),
        (window is None or (window.start is None and window.end is None), "window",
         "From when to when will the campaign run?", ()),
        (bool(window and window.start and not window.end), "window", "When does the campaign end?",
         ("after 4 weeks", "after 3 months", "after 1 year")),
        (not brief.channels, "channels", "In which channels will the pictures be used?",
         ("Website and social", "Social only", "Website, social and out of home")),
        (counted and not aspects, "deliverables.aspect", "Which formats (aspect ratios)?",
         ("4:5", "4:5 and 9:16", "1:1", "16:9")),
        (people is None and brief.talent is None, "talent", "How many people, and who?",
         ("one woman", "one man", "a woman and a man", "nobody, product only")),
        (not brief.deadline, "deadline", "When do you need the finals?", ()),
        (not brief.location, "location", "Where does it take place?", ("studio", "on location")),
        (not brief.budget, "budget", "What is the budget?", ()),
    ]  # fmt: skip
    return [OpenQuestion(about=a, ask=q, options=o) for missing, a, q, o in rows if missing]
