"""Where is it, how far away, and which map cells cover what is near?

Cells are H3's (res 6 about 6 km from middle to middle; res 4 about 40 km), used as search words: a few dozen cells
stand for a circle, and the exact distance decides inside it.
"""

import math

import h3

from linkwork.directory.rules.kinds import Place

EARTH_KM = 6371.0088
FINE, COARSE = 6, 4
FINE_UP_TO_KM = 15.0
# A ring of cells reaches at least this much further, at any place on Earth (asserted by a test that looks everywhere).
RING_KM = {FINE: 3.6, COARSE: 25.0}
FARTHEST_KM = 250.0  # beyond, cells save nothing


def distance_km(one: Place, other: Place) -> float:
    """The great-circle distance in kilometres (haversine; sphere of the mean radius)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def on_sphere(place: Place) -> tuple[float, float, float]:
    """The place as a point on a sphere of radius 1, so that a database can order by distance without trigonometry."""
    latitude, longitude = map(math.radians, place)
    return (
        math.cos(latitude) * math.cos(longitude),
        math.cos(latitude) * math.sin(longitude),
        math.sin(latitude),
    )


def chord_squared(km: float) -> float:
    """The squared straight-line distance, on the sphere of radius 1, of two points `km` apart on the ground."""
    return (2 * math.sin(min(km / EARTH_KM, math.pi) / 2)) ** 2


def cells_of(place: Place) -> tuple[str, str]:
    """The fine and the coarse cell that hold the place."""
    return h3.latlng_to_cell(*place, FINE), h3.latlng_to_cell(*place, COARSE)


def cells_near(place: Place, within_km: float) -> tuple[str, ...]:
    """The cells that hold every point within `within_km`; none where the circle is too wide for cells to help."""
    if within_km > FARTHEST_KM:
        return ()
    size = FINE if within_km <= FINE_UP_TO_KM else COARSE
    rings = math.ceil(within_km / RING_KM[size])
    return tuple(sorted(h3.grid_disk(h3.latlng_to_cell(*place, size), rings)))


def is_place(latitude: float, longitude: float) -> bool:
    """Whether the two numbers can be a place. Nought, nought is the sea off Africa: a filler."""
    return -90 <= latitude <= 90 and -180 <= longitude <= 180 and (latitude, longitude) != (0.0, 0.0)
