"""Xml source: XML of others, without entities, external references, or depth beyond reason."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from tawthiq.terms.errors import UnreadableInput

MAX_XML_BYTES = 32 * 1024**2


def read_xml(data: bytes) -> Element:
    """The root of an XML document; raises UnreadableInput, also for any entity declared in it."""
    if len(data) > MAX_XML_BYTES:
        raise UnreadableInput(f"more than {MAX_XML_BYTES} bytes of XML", do="export it in parts; it is kept whole")
    try:
        root: Element = fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as reason:
        raise UnreadableInput("the XML declares entities", do="they are never resolved; look at the file") from reason
    except (ParseError, ValueError, LookupError) as reason:
        raise UnreadableInput("this is no XML", do="save it again; it is kept as it is") from reason
    return root
