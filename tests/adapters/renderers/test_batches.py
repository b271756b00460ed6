"""Surfaces that light meets alike are one mesh; what each had of its own is kept per face."""

import numpy as np

from toile.adapters.renderers.mesh import Surface
from toile.adapters.renderers.scene.batches import batches
from toile.adapters.renderers.wardrobe.cloth import cloth_surface
from toile.domain.looks import Fabric, GarmentSpec

CORNERS = np.array([[0.0, 0, 0], [1, 0, 0], [0, 0, 1]])
ONE_FACE = np.array([[0, 1, 2]])


def a_surface(colour: float = 0.5, **material: float) -> Surface:
    return Surface("coat", CORNERS, ONE_FACE, material, colours=np.full((3, 3), colour))


def test_surfaces_of_one_sheen_are_one_mesh_with_their_own_colours_and_roughness() -> None:
    (made,) = batches([a_surface(0.2, roughness=0.9), a_surface(0.7, roughness=0.3)])
    assert made.faces.tolist() == [[0, 1, 2], [3, 4, 5]]
    assert np.allclose(made.colours[[0, 3], 0], [0.2, 0.7])
    assert np.allclose(made.per_face["roughness"], [0.9, 0.3])


def test_a_number_that_no_surface_has_costs_nothing() -> None:
    (made,) = batches([a_surface(metallic=0.0)])
    assert set(made.per_face) == {"roughness"}


def test_what_mirrors_more_glows_or_is_sheer_stays_apart() -> None:
    plain, wet = a_surface(specular=0.1), a_surface(specular=0.9)
    lamp = a_surface(specular=0.1, glow=1.0)
    tulle = Surface("veil", CORNERS, ONE_FACE, {"specular": 0.1}, opacity=0.5)
    assert len(batches([plain, wet, lamp, tulle])) == 4


def test_the_parts_of_a_woven_garment_share_one_picture_of_its_weave() -> None:
    tweed = GarmentSpec(id="jacket", layer=30, fabric=Fabric(tile="tweed", colour="#6b5a48"))
    parts = [
        cloth_surface(tweed, CORNERS, ONE_FACE, np.ones((3, 3)), CORNERS, 30.0) for _ in range(3)
    ]
    (made,) = batches(parts)
    assert len(made.faces) == 3
    assert made.uv is not None
    assert len(made.uv) == 9


def test_for_a_renderer_that_compiles_nothing_each_surface_keeps_its_own_plain_numbers() -> None:
    dull, shiny = batches(
        [a_surface(0.2, roughness=0.9), a_surface(0.7, roughness=0.3)], apart=True
    )
    assert (dull.plain["roughness"], shiny.plain["roughness"]) == (0.9, 0.3)
    assert not dull.per_face
    assert dull.dye is not None
    assert np.allclose(dull.dye, 0.2)
