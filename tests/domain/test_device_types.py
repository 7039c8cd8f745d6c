from __future__ import annotations

import pytest

from serkut_desk import shipped
from serkut_desk.domain.device_types import BearsData, DeviceType, device_type_rules

TABLE = shipped.json_resource("vocabularies", "device_types.json")["types"]


def test_every_kind_has_a_rule_and_only_a_monitor_never_bears_data() -> None:
    rules = device_type_rules(TABLE)
    assert set(rules) == set(DeviceType)

    def kinds(bears: BearsData) -> set[DeviceType]:
        return {rule.type for rule in rules.values() if rule.bears_data is bears}

    assert kinds(BearsData.NEVER) == {DeviceType.MONITOR}
    assert kinds(BearsData.MAYBE) == {DeviceType.PRINTER, DeviceType.NETWORK, DeviceType.OTHER}


def test_a_table_with_a_kind_missing_or_a_word_unknown_is_not_taken() -> None:
    with pytest.raises(ValueError, match="no rule for laptop"):
        device_type_rules({name: entry for name, entry in TABLE.items() if name != "laptop"})
    with pytest.raises(ValueError, match="sometimes"):
        device_type_rules({**TABLE, "phone": {"bears_data": "sometimes"}})
