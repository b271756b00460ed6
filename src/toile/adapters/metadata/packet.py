"""Writes and reads the XMP packet itself: RDF in XML. Knows no picture formats.

Fields: IPTC Photo Metadata 2025.1 (``Iptc4xmpExt``), PLUS 2.0 (``plus``), Dublin Core,
XMP Rights, and one namespace of our own for draft and licence ids.
"""

from typing import Final
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from toile.domain.marks import PictureFacts, SourceType

NAMESPACES: Final = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "toile": "urn:toile:draft:1",
}
PLUS_WORDS: Final = "http://ns.useplus.org/ldf/vocab/"
_RELEASE: Final = {
    "unlimited": "MR-UMR",
    "limited": "MR-LMR",
    "none": "MR-NON",
    "not_applicable": "MR-NAP",
}
_MINING: Final = {
    "prohibited": "DMI-PROHIBITED",
    "allowed": "DMI-ALLOWED",
}
# XML 1.0 has no way to write the other control characters.
_UNWRITABLE: Final = {code: None for code in range(32) if code not in (9, 10, 13)} | {
    0xFFFE: None,
    0xFFFF: None,
}


def write_packet(facts: PictureFacts) -> bytes:
    """Return the facts as one XMP packet in UTF-8; empty facts are left out."""
    spaces = "".join(f' xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items() if name != "rdf")
    body = "".join(_properties(facts))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{NAMESPACES["rdf"]}"><rdf:Description rdf:about=""{spaces}>'
        f'{body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def _properties(facts: PictureFacts) -> list[str]:
    return [
        _text("photoshop:Credit", facts.credit),
        _alternative("dc:title", facts.title),
        _alternative("dc:description", facts.description),
        _alternative("dc:rights", facts.rights),
        _text("xmpRights:Marked", "True"),
        _text("xmpRights:WebStatement", facts.licence_url),
        _text("Iptc4xmpExt:DigitalSourceType", facts.source_type.uri),
        _text("Iptc4xmpExt:AISystemUsed", facts.ai_system),
        _text("Iptc4xmpExt:AISystemVersionUsed", facts.ai_system_version),
        _text("Iptc4xmpExt:AIPromptInformation", facts.prompt or ""),
        _text("Iptc4xmpExt:AIPromptWriterName", facts.prompt_writer or ""),
        _text("plus:ModelReleaseStatus", PLUS_WORDS + _RELEASE[facts.release]),
        _items("plus:ModelReleaseID", "Bag", facts.release_ids),
        _text("plus:DataMining", PLUS_WORDS + _MINING[facts.data_mining]),
        _alternative("plus:OtherConstraints", facts.constraints),
        _licensor(facts),
        _text("toile:DraftId", facts.draft_id),
        _items("toile:LicenceId", "Bag", facts.licence_ids),
    ]


def read_packet(packet: bytes) -> PictureFacts | None:
    """Return the facts of a packet that we wrote, or None for anybody else's or a broken one."""
    if b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        return None
    try:
        root = ElementTree.fromstring(packet.strip(b"\0 \n\r\t"))
    except (ElementTree.ParseError, ValueError):
        return None
    description = root.find(".//rdf:Description", NAMESPACES)
    if description is None or not _value(description, "toile:DraftId"):
        return None
    return _facts(description)


def _facts(node: ElementTree.Element) -> PictureFacts | None:
    source = _value(node, "Iptc4xmpExt:DigitalSourceType").rpartition("/")[2]
    if source not in set(SourceType):
        return None
    return PictureFacts(
        draft_id=_value(node, "toile:DraftId"),
        title=_value(node, "dc:title"),
        source_type=SourceType(source),
        credit=_value(node, "photoshop:Credit"),
        rights=_value(node, "dc:rights"),
        licence_ids=_values(node, "toile:LicenceId"),
        licensor=_value(node, "plus:Licensor//plus:LicensorName"),
        licence_url=_value(node, "xmpRights:WebStatement"),
        ai_system=_value(node, "Iptc4xmpExt:AISystemUsed"),
        ai_system_version=_value(node, "Iptc4xmpExt:AISystemVersionUsed"),
        release_ids=_values(node, "plus:ModelReleaseID"),
        release=_word(_RELEASE, _value(node, "plus:ModelReleaseStatus"), "none"),
        data_mining=_word(_MINING, _value(node, "plus:DataMining"), "prohibited"),
        description=_value(node, "dc:description"),
        constraints=_value(node, "plus:OtherConstraints"),
        prompt=_value(node, "Iptc4xmpExt:AIPromptInformation") or None,
        prompt_writer=_value(node, "Iptc4xmpExt:AIPromptWriterName") or None,
    )


def _word(words: dict[str, str], uri: str, otherwise: str) -> str:
    written = uri.rpartition("/")[2]
    return next((word for word, code in words.items() if code == written), otherwise)


def _safe(value: str) -> str:
    return escape(value.translate(_UNWRITABLE))


def _text(name: str, value: str) -> str:
    return f"<{name}>{_safe(value)}</{name}>" if value else ""


def _alternative(name: str, value: str) -> str:
    if not value:
        return ""
    item = f'<rdf:li xml:lang="x-default">{_safe(value)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>"


def _items(name: str, kind: str, values: tuple[str, ...]) -> str:
    if not values:
        return ""
    items = "".join(f"<rdf:li>{_safe(value)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"


def _licensor(facts: PictureFacts) -> str:
    inside = _text("plus:LicensorName", facts.licensor) + _text(
        "plus:LicensorURL", facts.licence_url
    )
    if not inside:
        return ""
    item = f'<rdf:li rdf:parseType="Resource">{inside}</rdf:li>'
    return f"<plus:Licensor><rdf:Seq>{item}</rdf:Seq></plus:Licensor>"


def _values(node: ElementTree.Element, path: str) -> tuple[str, ...]:
    return tuple(item.text or "" for item in node.findall(f"{path}//rdf:li", NAMESPACES))


def _value(node: ElementTree.Element, path: str) -> str:
    found = node.find(path, NAMESPACES)
    if found is None:
        return ""
    item = found.find(".//rdf:li", NAMESPACES)
    return (found.text if item is None else item.text) or ""
