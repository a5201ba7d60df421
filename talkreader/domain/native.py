"""Records that are compiled: the same to `dataclasses`, though nobody decorated them.

``packaging/write_out.py`` writes their methods into the sources that are compiled, and calls this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_extensions import mypyc_attr as mypyc_attr  # noqa: PLC0414 - handed on

    def is_record(
        cls: type, told: tuple[tuple[str, str, bool, bool], ...], *, hashed: bool
    ) -> None:
        """Let a class be a dataclass.

        Of each field its name, its type, whether it is compared and whether it is shown.
        """
else:
    import dataclasses
    from reprlib import recursive_repr

    def mypyc_attr(**_attributes):
        """Return what mypyc has used up: nothing is done when the program runs."""
        return lambda cls: cls

    def is_record(cls, told, *, hashed):
        """Let a class be a dataclass."""
        fields = {}
        for name, type_, compared, shown in told:
            field = fields[name] = dataclasses.field(compare=compared, repr=shown)
            field.name, field.type = name, type_
            field._field_type = dataclasses._FIELD  # noqa: SLF001 - as `make_dataclass` does
        names = [name for name, field in fields.items() if field.repr]

        @recursive_repr()
        def __repr__(self):  # noqa: N807 - becomes a method
            inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
            return f"{self.__class__.__qualname__}({inside})"

        cls.__dataclass_fields__ = fields
        cls.__match_args__ = tuple(fields)
        cls.__repr__ = __repr__
        if not hashed:
            cls.__hash__ = None
