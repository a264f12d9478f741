"""
The JSON Schema of a kind with the names of what the models check beyond it, under `x-checks`.

For the form of the site, which has a twin of each check in `frontend/scripts/pure/field-rules.js`:
a receipt in each claim, real dates, at most 60 words. Other programs get the plain schema.
"""

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

from pydantic import AfterValidator, BaseModel, BeforeValidator, StringConstraints

from scifi.content.schema import schema
from scifi.kinds import KINDS


def with_checks(kind: str) -> dict[str, Any]:
    """The schema of a kind; each group and field names its checks, in the order of the model."""
    made = schema(kind)
    models = {model.__name__: model for model in _models(KINDS[kind].model)}
    groups = {KINDS[kind].model.__name__: made, **made.get("$defs", {})}
    for name, model in models.items():
        group = groups[name]
        group["x-checks"] = [*model.__pydantic_decorators__.model_validators]
        for field, type_ in get_type_hints(model, include_extras=True).items():
            asked = group["properties"].get(_alias(model, field))
            if asked is not None and (checks := list(dict.fromkeys(_checks(type_)))):
                asked["x-checks"] = checks
    return made


def _alias(model: type[BaseModel], field: str) -> str:
    info = model.model_fields.get(field)
    return (info.alias if info else None) or field


def _checks(type_: Any) -> Iterator[str]:
    """The names of the checks on a type, on what it holds too; models look after themselves."""
    for metadata in getattr(type_, "__metadata__", ()):
        if isinstance(metadata, AfterValidator | BeforeValidator):
            yield getattr(metadata.func, "__name__", "")
        elif isinstance(metadata, StringConstraints) and metadata.strip_whitespace:
            yield "strip_whitespace"
    for inner in get_args(type_):
        yield from _checks(inner)


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and all that it is made of."""
    yield model
    for field in model.model_fields.values():
        for inner in _classes(field.annotation):
            if issubclass(inner, BaseModel):
                yield from _models(inner)


def _classes(type_: Any) -> Iterator[type]:
    if isinstance(type_, type):
        yield type_
    for inner in get_args(type_):
        yield from _classes(inner)
