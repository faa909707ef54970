"""The licences of the models that are offered."""

from organizer.licences import Component, standard_texts
from organizer.vision.catalogue import load_catalogue


def model_components() -> tuple[Component, ...]:
    """The models of the catalogue, in its order; a licence of their own is only named."""
    return tuple(
        Component(model.title, "", model.licence, standard_texts(model.licence))
        for model in load_catalogue().models
    )
