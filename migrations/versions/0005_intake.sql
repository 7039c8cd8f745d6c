CREATE TABLE cage (
    id INTEGER NOT NULL, 
    lot_id INTEGER NOT NULL, 
    name TEXT NOT NULL, 
    name_key TEXT NOT NULL, 
    kind TEXT NOT NULL, 
    seal TEXT NOT NULL, 
    seal_key TEXT NOT NULL, 
    state TEXT NOT NULL, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_cage PRIMARY KEY (id), 
    CONSTRAINT ck_cage_kind CHECK (kind IN ('cage', 'pallet')), 
    CONSTRAINT ck_cage_state CHECK (state IN ('listed', 'at_van', 'arrived', 'opened', 'frozen', 'sent_back')), 
    CONSTRAINT uq_cage_lot_id_name_key UNIQUE (lot_id, name_key), 
    CONSTRAINT fk_cage_lot_id_lot FOREIGN KEY(lot_id) REFERENCES lot (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_cage_seal_key ON cage (seal_key)
;;
CREATE INDEX ix_cage_state ON cage (state, id)
;;
CREATE TABLE seal_check (
    id INTEGER NOT NULL, 
    cage_id INTEGER NOT NULL, 
    stage TEXT NOT NULL, 
    seal TEXT NOT NULL, 
    matches INTEGER DEFAULT 0 NOT NULL, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    decision TEXT, 
    reason TEXT DEFAULT '' NOT NULL, 
    decided_at TEXT, 
    decided_by TEXT, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_seal_check PRIMARY KEY (id), 
    CONSTRAINT ck_seal_check_matches CHECK (matches IN (0, 1)), 
    CONSTRAINT ck_seal_check_stage CHECK (stage IN ('van', 'arrival', 'opening')), 
    CONSTRAINT ck_seal_check_decision CHECK (decision IN ('accepted', 'sent_back')), 
    CONSTRAINT ck_seal_check_deciding CHECK ((decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (decision IS NULL)), 
    CONSTRAINT fk_seal_check_cage_id_cage FOREIGN KEY(cage_id) REFERENCES cage (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_seal_check_cage_id ON seal_check (cage_id)
;;
CREATE TABLE device_cage (
    device_id INTEGER NOT NULL, 
    cage_id INTEGER NOT NULL, 
    CONSTRAINT pk_device_cage PRIMARY KEY (device_id), 
    CONSTRAINT fk_device_cage_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_device_cage_cage_id_cage FOREIGN KEY(cage_id) REFERENCES cage (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_device_cage_cage_id ON device_cage (cage_id)
;;
CREATE TABLE lot_extra (
    device_id INTEGER NOT NULL, 
    lot_id INTEGER NOT NULL, 
    reason TEXT NOT NULL, 
    note TEXT DEFAULT '' NOT NULL, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    CONSTRAINT pk_lot_extra PRIMARY KEY (device_id), 
    CONSTRAINT fk_lot_extra_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_lot_extra_lot_id_lot FOREIGN KEY(lot_id) REFERENCES lot (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_lot_extra_lot_id ON lot_extra (lot_id)
;;
CREATE TABLE late_arrival (
    device_id INTEGER NOT NULL, 
    lot_id INTEGER NOT NULL, 
    line_id INTEGER, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_late_arrival PRIMARY KEY (device_id), 
    CONSTRAINT fk_late_arrival_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_late_arrival_lot_id_lot FOREIGN KEY(lot_id) REFERENCES lot (id) ON DELETE RESTRICT, 
    CONSTRAINT uq_late_arrival_line_id UNIQUE (line_id), 
    CONSTRAINT fk_late_arrival_line_id_lot_line FOREIGN KEY(line_id) REFERENCES lot_line (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_late_arrival_lot_id ON late_arrival (lot_id)
;;
CREATE TABLE thing_line (
    id INTEGER NOT NULL, 
    lot_id INTEGER NOT NULL, 
    kind TEXT NOT NULL, 
    note TEXT DEFAULT '' NOT NULL, 
    count INTEGER NOT NULL, 
    weight_g INTEGER, 
    weighed TEXT, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    undone_at TEXT, 
    undone_by TEXT, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_thing_line PRIMARY KEY (id), 
    CONSTRAINT ck_thing_line_count CHECK (count >= 0), 
    CONSTRAINT ck_thing_line_weight CHECK (weight_g IS NULL OR weight_g >= 0), 
    CONSTRAINT ck_thing_line_undoing CHECK ((undone_at IS NULL) = (undone_by IS NULL)), 
    CONSTRAINT fk_thing_line_lot_id_lot FOREIGN KEY(lot_id) REFERENCES lot (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_thing_line_seq ON thing_line (seq)
;;
CREATE INDEX ix_thing_line_lot_id ON thing_line (lot_id)
;;
CREATE TABLE accessory (
    id INTEGER NOT NULL, 
    device_id INTEGER NOT NULL, 
    kind TEXT NOT NULL, 
    note TEXT DEFAULT '' NOT NULL, 
    count INTEGER NOT NULL, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    undone_at TEXT, 
    undone_by TEXT, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_accessory PRIMARY KEY (id), 
    CONSTRAINT ck_accessory_count CHECK (count >= 1), 
    CONSTRAINT ck_accessory_undoing CHECK ((undone_at IS NULL) = (undone_by IS NULL)), 
    CONSTRAINT fk_accessory_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_accessory_seq ON accessory (seq)
;;
CREATE INDEX ix_accessory_device_id ON accessory (device_id)
;;
CREATE TABLE label_mixup (
    id INTEGER NOT NULL, 
    device_id INTEGER NOT NULL, 
    stuck_on_id INTEGER, 
    since_seq INTEGER NOT NULL, 
    note TEXT DEFAULT '' NOT NULL, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    seq INTEGER NOT NULL, 
    settled_at TEXT, 
    settled_by TEXT, 
    outcome TEXT, 
    CONSTRAINT pk_label_mixup PRIMARY KEY (id), 
    CONSTRAINT ck_label_mixup_outcome CHECK (outcome IN ('mixed_up', 'unfounded')), 
    CONSTRAINT ck_label_mixup_settling CHECK ((settled_at IS NULL) = (settled_by IS NULL) AND (settled_at IS NULL) = (outcome IS NULL)), 
    CONSTRAINT fk_label_mixup_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_label_mixup_stuck_on_id_device FOREIGN KEY(stuck_on_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_label_mixup_device_id ON label_mixup (device_id)
;;
CREATE INDEX ix_label_mixup_settled_at ON label_mixup (settled_at)
;;
CREATE INDEX ix_label_mixup_stuck_on_id ON label_mixup (stuck_on_id)
;;
CREATE TABLE photo (
    id INTEGER NOT NULL, 
    sha256 TEXT NOT NULL, 
    thumb_sha256 TEXT NOT NULL, 
    source_digest TEXT NOT NULL, 
    width INTEGER NOT NULL, 
    height INTEGER NOT NULL, 
    size INTEGER NOT NULL, 
    purpose TEXT NOT NULL, 
    device_id INTEGER, 
    cage_id INTEGER, 
    lot_id INTEGER, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    removed_at TEXT, 
    removed_by TEXT, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_photo PRIMARY KEY (id), 
    CONSTRAINT ck_photo_subject CHECK ((device_id IS NOT NULL) + (cage_id IS NOT NULL) + (lot_id IS NOT NULL) = 1), 
    CONSTRAINT ck_photo_removal CHECK ((removed_at IS NULL) = (removed_by IS NULL)), 
    CONSTRAINT fk_photo_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_photo_cage_id_cage FOREIGN KEY(cage_id) REFERENCES cage (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_photo_lot_id_lot FOREIGN KEY(lot_id) REFERENCES lot (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_photo_cage_id ON photo (cage_id)
;;
CREATE INDEX ix_photo_device_id ON photo (device_id)
;;
CREATE INDEX ix_photo_lot_id ON photo (lot_id)
;;
CREATE INDEX ix_photo_sha256 ON photo (sha256)
;;
CREATE INDEX ix_photo_seq ON photo (seq)
;;
CREATE INDEX ix_photo_source_digest ON photo (source_digest)
;;
CREATE UNIQUE INDEX uq_photo_device ON photo (device_id, sha256) WHERE removed_at IS NULL
;;
CREATE UNIQUE INDEX uq_photo_cage ON photo (cage_id, sha256) WHERE removed_at IS NULL
;;
CREATE UNIQUE INDEX uq_photo_lot ON photo (lot_id, sha256) WHERE removed_at IS NULL
;;
CREATE TABLE product_model (
    id INTEGER NOT NULL, 
    manufacturer TEXT NOT NULL, 
    manufacturer_key TEXT NOT NULL, 
    model TEXT NOT NULL, 
    model_key TEXT NOT NULL, 
    type TEXT NOT NULL, 
    weee_category TEXT, 
    typical_weight_g INTEGER, 
    storage_slots INTEGER, 
    checklist TEXT, 
    guide TEXT, 
    photo TEXT, 
    photo_thumb TEXT, 
    source TEXT NOT NULL, 
    confirmed INTEGER DEFAULT 0 NOT NULL, 
    merged_into_id INTEGER, 
    made_at TEXT NOT NULL, 
    made_by TEXT NOT NULL, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_product_model PRIMARY KEY (id), 
    CONSTRAINT ck_product_model_confirmed CHECK (confirmed IN (0, 1)), 
    CONSTRAINT ck_product_model_source CHECK (source IN ('device', 'snapshot', 'person')), 
    CONSTRAINT ck_product_model_weight CHECK (typical_weight_g IS NULL OR typical_weight_g > 0), 
    CONSTRAINT ck_product_model_slots CHECK (storage_slots IS NULL OR storage_slots >= 0), 
    CONSTRAINT fk_product_model_merged_into_id_product_model FOREIGN KEY(merged_into_id) REFERENCES product_model (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_product_model_merged_into_id ON product_model (merged_into_id)
;;
CREATE UNIQUE INDEX uq_product_model_name ON product_model (model_key, manufacturer_key)
;;
CREATE INDEX ix_product_model_seq ON product_model (seq)
;;
CREATE TABLE model_code (
    id INTEGER NOT NULL, 
    model_id INTEGER NOT NULL, 
    code TEXT NOT NULL, 
    code_key TEXT NOT NULL, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    CONSTRAINT pk_model_code PRIMARY KEY (id), 
    CONSTRAINT fk_model_code_model_id_product_model FOREIGN KEY(model_id) REFERENCES product_model (id) ON DELETE RESTRICT, 
    CONSTRAINT uq_model_code_code_key UNIQUE (code_key)
)
 STRICT
;;
CREATE INDEX ix_model_code_model_id ON model_code (model_id)
;;
CREATE TABLE device_model (
    device_id INTEGER NOT NULL, 
    model_id INTEGER NOT NULL, 
    CONSTRAINT pk_device_model PRIMARY KEY (device_id), 
    CONSTRAINT fk_device_model_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_device_model_model_id_product_model FOREIGN KEY(model_id) REFERENCES product_model (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_device_model_model_id ON device_model (model_id)
;;
CREATE TABLE model_apart (
    id INTEGER NOT NULL, 
    one_id INTEGER NOT NULL, 
    other_id INTEGER NOT NULL, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    CONSTRAINT pk_model_apart PRIMARY KEY (id), 
    CONSTRAINT ck_model_apart_pair CHECK (one_id < other_id), 
    CONSTRAINT fk_model_apart_one_id_product_model FOREIGN KEY(one_id) REFERENCES product_model (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_model_apart_other_id_product_model FOREIGN KEY(other_id) REFERENCES product_model (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_model_apart_other_id ON model_apart (other_id)
;;
CREATE UNIQUE INDEX uq_model_apart_pair ON model_apart (one_id, other_id)
;;
CREATE TABLE snapshot (
    id INTEGER NOT NULL, 
    sha256 TEXT NOT NULL, 
    name TEXT NOT NULL, 
    size INTEGER NOT NULL, 
    format TEXT NOT NULL, 
    software TEXT DEFAULT '' NOT NULL, 
    taken TEXT DEFAULT '' NOT NULL, 
    outcome TEXT NOT NULL, 
    device_id INTEGER, 
    facts TEXT NOT NULL, 
    reasons TEXT NOT NULL, 
    effects TEXT NOT NULL, 
    received_at TEXT NOT NULL, 
    received_by TEXT NOT NULL, 
    settled_at TEXT, 
    settled_by TEXT, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_snapshot PRIMARY KEY (id), 
    CONSTRAINT ck_snapshot_outcome CHECK (outcome IN ('matched', 'candidates', 'unknown', 'virtual', 'set_aside')), 
    CONSTRAINT ck_snapshot_settling CHECK ((settled_at IS NULL) = (settled_by IS NULL)), 
    CONSTRAINT uq_snapshot_sha256 UNIQUE (sha256), 
    CONSTRAINT fk_snapshot_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_snapshot_device_id ON snapshot (device_id)
;;
CREATE INDEX ix_snapshot_outcome ON snapshot (outcome, id)
;;
CREATE TABLE snapshot_key (
    id INTEGER NOT NULL, 
    snapshot_id INTEGER NOT NULL, 
    kind TEXT NOT NULL, 
    "key" TEXT NOT NULL, 
    CONSTRAINT pk_snapshot_key PRIMARY KEY (id), 
    CONSTRAINT ck_snapshot_key_kind CHECK (kind IN ('serial', 'board', 'uuid', 'imei', 'medium')), 
    CONSTRAINT fk_snapshot_key_snapshot_id_snapshot FOREIGN KEY(snapshot_id) REFERENCES snapshot (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_snapshot_key_key ON snapshot_key ("key")
;;
CREATE INDEX ix_snapshot_key_snapshot_id ON snapshot_key (snapshot_id)
;;
CREATE TABLE device_facts (
    device_id INTEGER NOT NULL, 
    facts TEXT NOT NULL, 
    snapshot_id INTEGER, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_device_facts PRIMARY KEY (device_id), 
    CONSTRAINT fk_device_facts_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_device_facts_snapshot_id_snapshot FOREIGN KEY(snapshot_id) REFERENCES snapshot (id) ON DELETE RESTRICT
)
 STRICT
;;
ALTER TABLE lot ADD COLUMN order_reference TEXT DEFAULT '' NOT NULL
;;
ALTER TABLE lot ADD COLUMN expected_on TEXT
;;
ALTER TABLE lot ADD COLUMN contact_role TEXT DEFAULT '' NOT NULL
;;
ALTER TABLE lot ADD COLUMN arrived_at TEXT
;;
ALTER TABLE lot_line ADD COLUMN missing_note TEXT DEFAULT '' NOT NULL
;;
ALTER TABLE stop ADD COLUMN outcome TEXT
;;
ALTER TABLE stop ADD COLUMN outcome_note TEXT DEFAULT '' NOT NULL
;;
CREATE INDEX ix_lot_line_missed_serial ON lot_line (serial_key) WHERE device_id IS NULL
;;
CREATE INDEX ix_lot_line_missed_inventory ON lot_line (inventory_key) WHERE device_id IS NULL
;;
CREATE INDEX ix_lot_line_missed_imei ON lot_line (imei) WHERE device_id IS NULL
