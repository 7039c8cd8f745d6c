"""Where the sticker with the serial number is, by kind of device: a picture and what it shows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.ui.parts.pictures import PictureName

_PICTURES = {
    DeviceType.LAPTOP: PictureName.LAPTOP_UNDERSIDE,
    DeviceType.DESKTOP: PictureName.DESKTOP_BACK,
    DeviceType.MONITOR: PictureName.MONITOR_BACK,
    DeviceType.PHONE: PictureName.PHONE_BACK,
    DeviceType.TABLET: PictureName.TABLET_BACK,
    DeviceType.ALLINONE: PictureName.ALLINONE_BACK,
    DeviceType.PRINTER: PictureName.PRINTER_BACK,
    DeviceType.NETWORK: PictureName.ROUTER_UNDERSIDE,
}
_KINDS = {kind.value: kind for kind in DeviceType}


def sticker_picture(kind: str) -> tuple[PictureName, str]:
    """Return the picture for a type of device and its words; of nothing known, a laptop's."""
    translate = QCoreApplication.translate
    found = _KINDS.get(kind, DeviceType.LAPTOP)
    words = {
        DeviceType.LAPTOP: translate("WhereStickers", "A barcode under a laptop"),
        DeviceType.DESKTOP: translate("WhereStickers", "A barcode at the back of a desktop"),
        DeviceType.MONITOR: translate("WhereStickers", "A barcode at the back of a monitor"),
        DeviceType.PHONE: translate("WhereStickers", "A barcode at the back of a phone"),
        DeviceType.TABLET: translate("WhereStickers", "A barcode at the back of a tablet"),
        DeviceType.ALLINONE: translate("WhereStickers", "A barcode at the back of the screen"),
        DeviceType.PRINTER: translate("WhereStickers", "A barcode at the back of a printer"),
        DeviceType.NETWORK: translate("WhereStickers", "A barcode under a network device"),
    }
    picture = _PICTURES.get(found, PictureName.OTHER_BACK)
    return picture, words.get(found, translate("WhereStickers", "A barcode on the device"))
