"""A child in the picture is always flagged; children's wear without a child is not."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter


def _is_flagged(text: str) -> bool:
    brief = BuiltInInterpreter().read_brief(text, date(2026, 11, 30))
    return any(flag.code == "MINOR" for flag in brief.flags)


@pytest.mark.parametrize(
    "text",
    [
        "A girl of 12 with her mother; all other talent over 18",
        "A teenager on the swing, the other models are over 18",
        "A teenager beside somebody who is over 18",
        "A teenager with Nora, over 18",
        "A teenager who is not over 18",
        "Kids on the beach, over 18 stills, 4:5",
        "A child with an adult on the stairs",
        "Cast: child, adult, dog",
        "A teenager and mother, 40, on a bench",
        "Ein Teenager auf der Schaukel, die anderen Models sind über 18",
        "Un adolescent sur la balançoire, les autres ont plus de 18 ans",
        "Un'adolescente in giardino, gli altri hanno più di 18 anni",
        "Un adolescente en el columpio, los demás mayores de 18",
        "En tonåring på gungan, de andra är över 18",
    ],
)
def test_an_age_said_of_somebody_else_makes_no_child_grown_up(text: str) -> None:
    assert _is_flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two kids from the local team, both over 18",
        "Two teenagers over 18 on a bench",
        "Two teenagers (both over 18) on a bench",
        "Her daughter, grown up, in a coat",
        "Deux adolescents, tous les deux de plus de 18 ans",
        "Zwei Jugendliche, beide über 18",
        "Due adolescenti, entrambi di oltre 18 anni",
        "Dos adolescentes, ambos mayores de 18",
        "Två tonåringar, båda över 18 år",
    ],
)
def test_who_is_said_to_be_over_eighteen_is_no_minor(text: str) -> None:
    assert not _is_flagged(text)


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("Nora in a red coat and her little brother", True),
        ("Imani en manteau rouge et son petit frère", True),
        ("Imani sur la terrasse. Manteau rouge et son petit frère.", True),
        ("Nora mit der roten Tasche und ihr kleiner Bruder", True),
        ("Giulia con la borsa rossa e il suo fratellino", True),
        ("Lucía con el bolso rojo y su hermanito", True),
        ("Maja i röd kappa och hennes lillebror", True),
        ("Le sac Péniche en toile jaune et son petit frère le Canot", False),
        ("The Falcon bag and its little brother", False),
        ("La borsa Zattera e la sua sorellina", False),
        ("Väskan Falken och dess lillebror", False),
    ],
)
def test_kin_is_a_things_only_right_behind_it_with_nobody_named(text: str, minor: bool) -> None:
    assert _is_flagged(text) is minor


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("Une photo de manteau enfant porté par une fillette", True),
        ("Coats for kids, a girl on the swing", True),
        ("Coats for kids aged 8 and 10 on the swing", True),
        ("Cappotto bambino indossato da una bambina", True),
        ("Abrigo de niños llevado por una niña", True),
        ("Jacken für Kinder an einem Mädchen", True),
        ("Jackor för barn på en flicka", True),
        ("Bottes de pluie enfant en bleu pétrole, 14 packshots", False),
        ("Manteaux pour enfants de 3 à 8 ans, 6 packshots", False),
        ("Ponchos for kids aged 3 to 8, six packshots", False),
        ("Jacken für Kinder, Mädchen und Jungen, 6 Packshots", False),
        ("Stivali bambino blu, 6 foto", False),
        ("Ropa de niños en azul, 6 fotos", False),
    ],
)
def test_childrens_wear_is_no_child_but_who_wears_it_is(text: str, minor: bool) -> None:
    assert _is_flagged(text) is minor


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("A girl of 12 without a hat", True),
        ("No children in the background. A girl of 12 on the swing.", True),
        ("No children in the background. Make her look about 15.", True),
        ("Kids must not wear hats in the pictures", True),
        ("Un enfant qui ne regarde pas la caméra", True),
        ("Ein Kind, das nicht in die Kamera schaut", True),
        ("Una niña de 9 años sin sombrero", True),
        ("Un bambino non guarda in camera", True),
        ("En tonåring utan mössa på gungan", True),
        ("Children should not be seen. 6 stills.", False),
        ("Kids in the background of the promenade are not wanted", False),
        ("Kinder sind nicht erwünscht. 6 Bilder.", False),
        ("Niños: no. 6 fotos.", False),
    ],
)
def test_a_no_to_something_else_leaves_the_child_in_the_picture(text: str, minor: bool) -> None:
    assert _is_flagged(text) is minor


@pytest.mark.parametrize(
    "text",
    [
        "Acht Bilder für den Onlineshop. Ein zwölfjähriges Mädchen trägt den Mantel.",
        "Acht Bilder für den Onlineshop. Ein 12-jähriges Mädchen trägt den Mantel.",
        "Acht Bilder für den Onlineshop. Ein 15-Jähriger trägt den Mantel.",
        "Acht Bilder für den Onlineshop. Eine Zwölfjährige trägt den Mantel.",
        "Åtta bilder till webbutiken. En tolvårig flicka bär kappan.",
        "Åtta bilder till webbutiken. En 12-åring bär kappan.",
        "Otto immagini per il sito. Una ragazza di dodici anni indossa il cappotto.",
        "Huit images pour le site. Une fille de douze ans porte le manteau.",
        "Ocho imágenes para la web. Una niña de doce años lleva el abrigo.",
        "Eight stills for the web shop. A 12 y/o girl wears the coat.",
        "Eight stills for the web shop. A girl, 12, wears the coat.",
        "Eight stills for the web shop. Cast: girl (14).",
        "Eight stills for the web shop. Talent: one boy, age 9.",
        "| Field | Content |\n| Cast | girl, 14 |\n| Deliverables | 8 stills |",
    ],
)
def test_an_age_is_read_however_it_is_written(text: str) -> None:
    assert _is_flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "Acht Bilder zum 10-jährigen Jubiläum der Marke, Deutschland.",
        "Acht Bilder, Deutschland, dreijährige Lizenz, ein Model mit fünfjähriger Erfahrung.",
        "Åtta bilder, Sverige, femårig licens och tioårigt samarbete.",
        "Eight stills: two women, 12 in portrait. One man, one girl, 30.",
        "Acht Bilder mit einer 25-jährigen Frau und einer Dreißigjährigen.",
    ],
)
def test_the_years_of_a_thing_or_of_an_adult_are_no_minor(text: str) -> None:
    assert not _is_flagged(text)


def test_nothing_at_the_foot_of_a_mail_hides_a_child() -> None:
    assert _is_flagged(
        "Eight stills, web, Germany.\n\nThanks,\nAnna\nMarketing wants a child in it"
    )
    assert _is_flagged("In 2024 we did a girl of 9, web, Germany and want her again, 8 stills.")


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("A mother in the camel coat and her 7-year-old on the stairs", True),
        ("A dad with his six-year-old.", True),
        ("Noor in her two-year-old coat", False),
        ("Their 7-year-old jeans, repaired", False),
        ("Our 8-year-old label, six stills", False),
        ("Two boys, 12 and 14, at the skate park", True),
        ("Zwei Jungs (12 und 14) auf dem Skateplatz", True),
        ("Två killar, 12 och 14.", True),
        ("T-shirts for boys, 12 and 14, six packshots", False),
        ("Make Nora look 15, denim", True),
        ("Nora should look 16 in the denim shots", True),
        ("Looks 14 and 15 on Nora", False),
        ("Seis fotos: bebe de un mes en la manta", True),
        ("Seis fotos, una modelo de 28 años bebe un café en una terraza", False),
    ],
)
def test_a_child_is_told_by_its_age_alone_and_a_thing_is_none(text: str, minor: bool) -> None:
    assert _is_flagged(text) == minor


@pytest.mark.parametrize(
    "text",
    [
        "The girl in the picture is 15. Four stills of the tote.",
        "The model is 15. Four stills of the tote.",
        "The models are 16. Four stills of the tote.",
        "Das Mädchen ist 14. Vier Fotos der Tasche.",
        "Das Mädchen ist 14 Jahre alt. Vier Fotos der Tasche.",
        "Flickan är 14. Fyra bilder av väskan.",
    ],
)
def test_an_age_said_of_whoever_is_in_the_picture_is_flagged(text: str) -> None:
    assert _is_flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "The models are 40. Four stills of the tote.",
        "A cast of women, the number of people is 12. Four stills of the tote.",
        "Il mocassino Cima è del 14. Quattro foto.",
    ],
)
def test_a_number_that_is_no_age_flags_nobody(text: str) -> None:
    assert not _is_flagged(text)
