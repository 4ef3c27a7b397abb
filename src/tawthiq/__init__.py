"""Tawthiq: the record of grave violations against children, from the bytes to the figure."""

__version__ = "0.1.0"
