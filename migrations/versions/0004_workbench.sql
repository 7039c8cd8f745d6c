CREATE TABLE work_order (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    device_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    fault_list TEXT NOT NULL,
    fault INTEGER NOT NULL,
    problem TEXT NOT NULL,
    diagnosis TEXT DEFAULT '' NOT NULL,
    minutes INTEGER DEFAULT 0 NOT NULL,
    holder TEXT,
    opened_at TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    closed_at TEXT,
    closed_by TEXT,
    outcome TEXT,
    barrier TEXT,
    outcome_note TEXT DEFAULT '' NOT NULL,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_work_order PRIMARY KEY (id),
    CONSTRAINT ck_work_order_state CHECK (state IN ('waiting', 'in_work', 'waiting_part', 'outside', 'to_test', 'done')),
    CONSTRAINT ck_work_order_outcome CHECK (outcome IN ('fixed', 'no_fault', 'beyond_repair', 'cancelled')),
    CONSTRAINT ck_work_order_minutes CHECK (minutes >= 0),
    CONSTRAINT ck_work_order_closing CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (outcome IS NULL) AND (closed_at IS NULL) = (state <> 'done')),
    CONSTRAINT uq_work_order_code UNIQUE (code),
    CONSTRAINT fk_work_order_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_work_order_device_id ON work_order (device_id)
;;
CREATE INDEX ix_work_order_state ON work_order (state, id)
;;
CREATE UNIQUE INDEX uq_work_order_open ON work_order (device_id) WHERE closed_at IS NULL
;;
CREATE TABLE work_step (
    id INTEGER NOT NULL,
    order_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    task TEXT,
    note TEXT NOT NULL,
    minutes INTEGER DEFAULT 0 NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    undone_at TEXT,
    undone_by TEXT,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_work_step PRIMARY KEY (id),
    CONSTRAINT ck_work_step_minutes CHECK (minutes >= 0),
    CONSTRAINT ck_work_step_undoing CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
    CONSTRAINT fk_work_step_order_id_work_order FOREIGN KEY(order_id) REFERENCES work_order (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_work_step_order_id ON work_step (order_id)
;;
CREATE TABLE outside_repair (
    id INTEGER NOT NULL,
    order_id INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL,
    sent TEXT NOT NULL,
    sent_note TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    sent_by TEXT NOT NULL,
    came_note TEXT,
    cost_cents INTEGER,
    came_at TEXT,
    came_by TEXT,
    CONSTRAINT pk_outside_repair PRIMARY KEY (id),
    CONSTRAINT ck_outside_repair_sent CHECK (sent IN ('device', 'part')),
    CONSTRAINT ck_outside_repair_cost CHECK (cost_cents IS NULL OR cost_cents >= 0),
    CONSTRAINT ck_outside_repair_coming CHECK ((came_at IS NULL) = (came_by IS NULL)),
    CONSTRAINT fk_outside_repair_order_id_work_order FOREIGN KEY(order_id) REFERENCES work_order (id) ON DELETE RESTRICT,
    CONSTRAINT fk_outside_repair_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_outside_repair_order_id ON outside_repair (order_id)
;;
CREATE UNIQUE INDEX uq_outside_repair_open ON outside_repair (order_id) WHERE came_at IS NULL
;;
CREATE TABLE safety_test (
    id INTEGER NOT NULL,
    device_id INTEGER NOT NULL,
    order_id INTEGER,
    subject TEXT NOT NULL,
    protection_class INTEGER NOT NULL,
    limits_version INTEGER NOT NULL,
    measurements TEXT NOT NULL,
    instrument TEXT NOT NULL,
    calibration_due TEXT NOT NULL,
    passed INTEGER DEFAULT 0 NOT NULL,
    note TEXT NOT NULL,
    tested_at TEXT NOT NULL,
    tested_by TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_safety_test PRIMARY KEY (id),
    CONSTRAINT ck_safety_test_passed CHECK (passed IN (0, 1)),
    CONSTRAINT ck_safety_test_subject CHECK (subject IN ('device', 'power_supply')),
    CONSTRAINT ck_safety_test_protection_class CHECK (protection_class IN (1, 2, 3)),
    CONSTRAINT fk_safety_test_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT,
    CONSTRAINT fk_safety_test_order_id_work_order FOREIGN KEY(order_id) REFERENCES work_order (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_safety_test_device_id ON safety_test (device_id)
;;
CREATE INDEX ix_safety_test_order_id ON safety_test (order_id)
;;
CREATE TABLE container (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    fraction TEXT NOT NULL,
    name TEXT NOT NULL,
    tare_g INTEGER NOT NULL,
    place_id INTEGER,
    limit_g INTEGER,
    limit_days INTEGER,
    state TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    begun_at TEXT,
    due_at TEXT,
    seal TEXT,
    sealed_at TEXT,
    sealed_by TEXT,
    gross_g INTEGER,
    weighed_at TEXT,
    weighed_by TEXT,
    merged_into_id INTEGER,
    shipment_id INTEGER,
    waste_code TEXT,
    touched_seq INTEGER NOT NULL,
    touched_by TEXT NOT NULL,
    CONSTRAINT pk_container PRIMARY KEY (id),
    CONSTRAINT ck_container_state CHECK (state IN ('open', 'sealed', 'merged', 'shipped')),
    CONSTRAINT ck_container_tare CHECK (tare_g >= 0),
    CONSTRAINT ck_container_limit_weight CHECK (limit_g IS NULL OR limit_g > 0),
    CONSTRAINT ck_container_limit_days CHECK (limit_days IS NULL OR limit_days > 0),
    CONSTRAINT ck_container_due CHECK (due_at IS NULL OR begun_at IS NOT NULL),
    CONSTRAINT ck_container_gross CHECK (gross_g IS NULL OR gross_g >= tare_g),
    CONSTRAINT ck_container_merging CHECK ((state = 'merged') = (merged_into_id IS NOT NULL)),
    CONSTRAINT ck_container_sealing CHECK ((sealed_at IS NULL) = (sealed_by IS NULL)),
    CONSTRAINT ck_container_weighing CHECK ((gross_g IS NULL) = (weighed_at IS NULL) AND (gross_g IS NULL) = (weighed_by IS NULL)),
    CONSTRAINT ck_container_leaving CHECK (state <> 'shipped' OR (shipment_id IS NOT NULL AND gross_g IS NOT NULL AND waste_code IS NOT NULL)),
    CONSTRAINT uq_container_code UNIQUE (code),
    CONSTRAINT fk_container_place_id_place FOREIGN KEY(place_id) REFERENCES place (id) ON DELETE RESTRICT,
    CONSTRAINT fk_container_merged_into_id_container FOREIGN KEY(merged_into_id) REFERENCES container (id) ON DELETE RESTRICT,
    CONSTRAINT fk_container_shipment_id_shipment FOREIGN KEY(shipment_id) REFERENCES shipment (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_container_place_id ON container (place_id)
;;
CREATE INDEX ix_container_shipment_id ON container (shipment_id)
;;
CREATE INDEX ix_container_state ON container (state, id)
;;
CREATE TABLE dismantling (
    id INTEGER NOT NULL,
    device_id INTEGER NOT NULL,
    guide TEXT NOT NULL,
    guide_version INTEGER NOT NULL,
    state TEXT NOT NULL,
    weight_in_g INTEGER,
    tolerance_g INTEGER DEFAULT 0 NOT NULL,
    scale TEXT DEFAULT '' NOT NULL,
    started_at TEXT NOT NULL,
    started_by TEXT NOT NULL,
    closed_at TEXT,
    closed_by TEXT,
    parts_g INTEGER,
    media_g INTEGER,
    remainder_g INTEGER,
    reason TEXT,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_dismantling PRIMARY KEY (id),
    CONSTRAINT ck_dismantling_state CHECK (state IN ('open', 'closed', 'cancelled')),
    CONSTRAINT ck_dismantling_weight_in CHECK (weight_in_g IS NULL OR weight_in_g > 0),
    CONSTRAINT ck_dismantling_tolerance CHECK (tolerance_g >= 0),
    CONSTRAINT ck_dismantling_closing CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (state = 'open')),
    CONSTRAINT ck_dismantling_balance CHECK (state <> 'closed' OR (remainder_g IS NOT NULL AND weight_in_g IS NOT NULL AND parts_g IS NOT NULL AND media_g IS NOT NULL)),
    CONSTRAINT ck_dismantling_reason CHECK (state <> 'closed' OR abs(remainder_g) <= tolerance_g OR reason IS NOT NULL),
    CONSTRAINT fk_dismantling_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_dismantling_device_id ON dismantling (device_id)
;;
CREATE INDEX ix_dismantling_state ON dismantling (state, id)
;;
CREATE UNIQUE INDEX uq_dismantling_open ON dismantling (device_id) WHERE state = 'open'
;;
CREATE TABLE dismantling_step (
    id INTEGER NOT NULL,
    dismantling_id INTEGER NOT NULL,
    step TEXT NOT NULL,
    result TEXT NOT NULL,
    note TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    undone_at TEXT,
    undone_by TEXT,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_dismantling_step PRIMARY KEY (id),
    CONSTRAINT ck_dismantling_step_result CHECK (result IN ('done', 'none', 'skipped')),
    CONSTRAINT ck_dismantling_step_undoing CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
    CONSTRAINT fk_dismantling_step_dismantling_id_dismantling FOREIGN KEY(dismantling_id) REFERENCES dismantling (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_dismantling_step_dismantling_id ON dismantling_step (dismantling_id)
;;
CREATE UNIQUE INDEX uq_dismantling_step_standing ON dismantling_step (dismantling_id, step) WHERE undone_at IS NULL
;;
CREATE TABLE shipment (
    id INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    vehicle TEXT NOT NULL,
    note TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    left_at TEXT,
    left_by TEXT,
    paper_id INTEGER,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_shipment PRIMARY KEY (id),
    CONSTRAINT ck_shipment_state CHECK (state IN ('open', 'left', 'cancelled')),
    CONSTRAINT ck_shipment_leaving CHECK ((left_at IS NULL) = (left_by IS NULL)),
    CONSTRAINT ck_shipment_paper CHECK (state <> 'left' OR (left_at IS NOT NULL AND paper_id IS NOT NULL)),
    CONSTRAINT fk_shipment_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_shipment_paper_id_paper FOREIGN KEY(paper_id) REFERENCES paper (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE TABLE part (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    type TEXT NOT NULL,
    manufacturer TEXT NOT NULL,
    model TEXT NOT NULL,
    model_key TEXT NOT NULL,
    serial TEXT NOT NULL,
    serial_key TEXT NOT NULL,
    specification TEXT NOT NULL,
    note TEXT NOT NULL,
    test TEXT DEFAULT 'untested' NOT NULL,
    test_note TEXT DEFAULT '' NOT NULL,
    tested_at TEXT,
    tested_by TEXT,
    price_cents INTEGER,
    cost_cents INTEGER,
    weight_g INTEGER,
    donor_id INTEGER,
    supplier_id INTEGER,
    medium_id INTEGER,
    state TEXT NOT NULL,
    place_id INTEGER,
    device_id INTEGER,
    container_id INTEGER,
    reserved_id INTEGER,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    touched_seq INTEGER NOT NULL,
    touched_by TEXT NOT NULL,
    CONSTRAINT pk_part PRIMARY KEY (id),
    CONSTRAINT ck_part_test CHECK (test IN ('untested', 'passed', 'failed')),
    CONSTRAINT ck_part_state CHECK (state IN ('stock', 'fitted', 'scrapped', 'missing', 'withdrawn')),
    CONSTRAINT ck_part_origin CHECK ((donor_id IS NULL) <> (supplier_id IS NULL)),
    CONSTRAINT ck_part_fitted CHECK ((state = 'fitted') = (device_id IS NOT NULL)),
    CONSTRAINT ck_part_scrapped CHECK ((state = 'scrapped') = (container_id IS NOT NULL)),
    CONSTRAINT ck_part_placed CHECK (state = 'stock' OR place_id IS NULL),
    CONSTRAINT ck_part_reserved CHECK (state = 'stock' OR reserved_id IS NULL),
    CONSTRAINT ck_part_testing CHECK ((tested_at IS NULL) = (tested_by IS NULL)),
    CONSTRAINT ck_part_tested CHECK ((tested_at IS NULL) = (test = 'untested')),
    CONSTRAINT ck_part_weight CHECK (weight_g IS NULL OR weight_g >= 0),
    CONSTRAINT ck_part_price CHECK (price_cents IS NULL OR price_cents >= 0),
    CONSTRAINT ck_part_cost CHECK (cost_cents IS NULL OR cost_cents >= 0),
    CONSTRAINT uq_part_code UNIQUE (code),
    CONSTRAINT fk_part_donor_id_device FOREIGN KEY(donor_id) REFERENCES device (id) ON DELETE RESTRICT,
    CONSTRAINT fk_part_supplier_id_organisation FOREIGN KEY(supplier_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT uq_part_medium_id UNIQUE (medium_id),
    CONSTRAINT fk_part_medium_id_medium FOREIGN KEY(medium_id) REFERENCES medium (id) ON DELETE RESTRICT,
    CONSTRAINT fk_part_place_id_place FOREIGN KEY(place_id) REFERENCES place (id) ON DELETE RESTRICT,
    CONSTRAINT fk_part_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT,
    CONSTRAINT fk_part_container_id_container FOREIGN KEY(container_id) REFERENCES container (id) ON DELETE RESTRICT,
    CONSTRAINT fk_part_reserved_id_work_order FOREIGN KEY(reserved_id) REFERENCES work_order (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_part_container_id ON part (container_id)
;;
CREATE INDEX ix_part_device_id ON part (device_id)
;;
CREATE INDEX ix_part_donor_id ON part (donor_id)
;;
CREATE INDEX ix_part_model_key ON part (model_key)
;;
CREATE INDEX ix_part_place_id ON part (place_id)
;;
CREATE INDEX ix_part_reserved_id ON part (reserved_id)
;;
CREATE INDEX ix_part_serial_key ON part (serial_key)
;;
CREATE INDEX ix_part_state ON part (state, type, id)
;;
CREATE TABLE part_fit (
    id INTEGER NOT NULL,
    part_id INTEGER NOT NULL,
    manufacturer TEXT NOT NULL,
    model TEXT NOT NULL,
    model_key TEXT NOT NULL,
    CONSTRAINT pk_part_fit PRIMARY KEY (id),
    CONSTRAINT uq_part_fit_part_id_model_key UNIQUE (part_id, model_key),
    CONSTRAINT fk_part_fit_part_id_part FOREIGN KEY(part_id) REFERENCES part (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_part_fit_model_key ON part_fit (model_key)
;;
CREATE TABLE part_stay (
    id INTEGER NOT NULL,
    part_id INTEGER NOT NULL,
    device_id INTEGER NOT NULL,
    fitted_at TEXT,
    fitted_seq INTEGER,
    fitted_order_id INTEGER,
    taken_at TEXT,
    taken_seq INTEGER,
    taken_order_id INTEGER,
    dismantling_id INTEGER,
    CONSTRAINT pk_part_stay PRIMARY KEY (id),
    CONSTRAINT ck_part_stay_fitting CHECK ((fitted_at IS NULL) = (fitted_seq IS NULL)),
    CONSTRAINT ck_part_stay_taking CHECK ((taken_at IS NULL) = (taken_seq IS NULL)),
    CONSTRAINT ck_part_stay_known CHECK (fitted_at IS NOT NULL OR taken_at IS NOT NULL),
    CONSTRAINT fk_part_stay_part_id_part FOREIGN KEY(part_id) REFERENCES part (id) ON DELETE RESTRICT,
    CONSTRAINT fk_part_stay_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT,
    CONSTRAINT fk_part_stay_fitted_order_id_work_order FOREIGN KEY(fitted_order_id) REFERENCES work_order (id) ON DELETE RESTRICT,
    CONSTRAINT fk_part_stay_taken_order_id_work_order FOREIGN KEY(taken_order_id) REFERENCES work_order (id) ON DELETE RESTRICT,
    CONSTRAINT fk_part_stay_dismantling_id_dismantling FOREIGN KEY(dismantling_id) REFERENCES dismantling (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_part_stay_device_id ON part_stay (device_id)
;;
CREATE INDEX ix_part_stay_dismantling_id ON part_stay (dismantling_id)
;;
CREATE INDEX ix_part_stay_part_id ON part_stay (part_id)
;;
CREATE UNIQUE INDEX uq_part_stay_inside ON part_stay (part_id) WHERE taken_at IS NULL
;;
CREATE TABLE part_want (
    id INTEGER NOT NULL,
    type TEXT NOT NULL,
    manufacturer TEXT NOT NULL,
    model TEXT NOT NULL,
    model_key TEXT NOT NULL,
    specification TEXT NOT NULL,
    note TEXT NOT NULL,
    order_id INTEGER,
    wanted_at TEXT NOT NULL,
    wanted_by TEXT NOT NULL,
    part_id INTEGER,
    closed_at TEXT,
    closed_by TEXT,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_part_want PRIMARY KEY (id),
    CONSTRAINT ck_part_want_closing CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
    CONSTRAINT fk_part_want_order_id_work_order FOREIGN KEY(order_id) REFERENCES work_order (id) ON DELETE RESTRICT,
    CONSTRAINT fk_part_want_part_id_part FOREIGN KEY(part_id) REFERENCES part (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_part_want_open ON part_want (type, id) WHERE closed_at IS NULL
;;
CREATE INDEX ix_part_want_order_id ON part_want (order_id)
;;
CREATE TABLE stocktake_part (
    id INTEGER NOT NULL,
    stocktake_id INTEGER NOT NULL,
    part_id INTEGER NOT NULL,
    result TEXT NOT NULL,
    recorded_place_id INTEGER,
    marked_at TEXT NOT NULL,
    marked_by TEXT NOT NULL,
    CONSTRAINT pk_stocktake_part PRIMARY KEY (id),
    CONSTRAINT ck_stocktake_part_result CHECK (result IN ('found', 'elsewhere', 'unexpected', 'missing')),
    CONSTRAINT uq_stocktake_part_stocktake_id_part_id UNIQUE (stocktake_id, part_id),
    CONSTRAINT fk_stocktake_part_stocktake_id_stocktake FOREIGN KEY(stocktake_id) REFERENCES stocktake (id) ON DELETE RESTRICT,
    CONSTRAINT fk_stocktake_part_part_id_part FOREIGN KEY(part_id) REFERENCES part (id) ON DELETE RESTRICT,
    CONSTRAINT fk_stocktake_part_recorded_place_id_place FOREIGN KEY(recorded_place_id) REFERENCES place (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_stocktake_part_part_id ON stocktake_part (part_id)
;;
CREATE TABLE fraction_line (
    id INTEGER NOT NULL,
    container_id INTEGER NOT NULL,
    fraction TEXT NOT NULL,
    weight_g INTEGER NOT NULL,
    tolerance_g INTEGER DEFAULT 0 NOT NULL,
    weighed TEXT NOT NULL,
    dismantling_id INTEGER,
    part_id INTEGER,
    medium_id INTEGER,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    undone_at TEXT,
    undone_by TEXT,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_fraction_line PRIMARY KEY (id),
    CONSTRAINT ck_fraction_line_weighed CHECK (weighed IN ('key', 'scale')),
    CONSTRAINT ck_fraction_line_weight CHECK (weight_g > 0),
    CONSTRAINT ck_fraction_line_tolerance CHECK (tolerance_g >= 0),
    CONSTRAINT ck_fraction_line_source CHECK ((dismantling_id IS NOT NULL) + (part_id IS NOT NULL) + (medium_id IS NOT NULL) = 1),
    CONSTRAINT ck_fraction_line_undoing CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
    CONSTRAINT fk_fraction_line_container_id_container FOREIGN KEY(container_id) REFERENCES container (id) ON DELETE RESTRICT,
    CONSTRAINT fk_fraction_line_dismantling_id_dismantling FOREIGN KEY(dismantling_id) REFERENCES dismantling (id) ON DELETE RESTRICT,
    CONSTRAINT fk_fraction_line_part_id_part FOREIGN KEY(part_id) REFERENCES part (id) ON DELETE RESTRICT,
    CONSTRAINT fk_fraction_line_medium_id_medium FOREIGN KEY(medium_id) REFERENCES medium (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_fraction_line_container_id ON fraction_line (container_id)
;;
CREATE INDEX ix_fraction_line_dismantling_id ON fraction_line (dismantling_id)
;;
CREATE UNIQUE INDEX uq_fraction_line_medium ON fraction_line (medium_id) WHERE undone_at IS NULL
;;
CREATE UNIQUE INDEX uq_fraction_line_part ON fraction_line (part_id) WHERE undone_at IS NULL
;;
CREATE TABLE recycler_code (
    id INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL,
    fraction TEXT NOT NULL,
    code TEXT NOT NULL,
    CONSTRAINT pk_recycler_code PRIMARY KEY (id),
    CONSTRAINT uq_recycler_code_organisation_id_fraction UNIQUE (organisation_id, fraction),
    CONSTRAINT fk_recycler_code_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE TABLE system_image (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    system TEXT NOT NULL,
    version TEXT NOT NULL,
    edition TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    retired_at TEXT,
    retired_by TEXT,
    CONSTRAINT pk_system_image PRIMARY KEY (id),
    CONSTRAINT ck_system_image_digits CHECK (length(sha256) = 64),
    CONSTRAINT ck_system_image_retiring CHECK ((retired_at IS NULL) = (retired_by IS NULL)),
    CONSTRAINT uq_system_image_name_key UNIQUE (name_key)
)
 STRICT
;;
CREATE TABLE image_preference (
    id INTEGER NOT NULL,
    manufacturer TEXT NOT NULL,
    model TEXT NOT NULL,
    model_key TEXT NOT NULL,
    image_id INTEGER NOT NULL,
    CONSTRAINT pk_image_preference PRIMARY KEY (id),
    CONSTRAINT uq_image_preference_model_key UNIQUE (model_key),
    CONSTRAINT fk_image_preference_image_id_system_image FOREIGN KEY(image_id) REFERENCES system_image (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE TABLE installation (
    id INTEGER NOT NULL,
    device_id INTEGER NOT NULL,
    medium_id INTEGER,
    image_id INTEGER,
    system TEXT NOT NULL,
    version TEXT NOT NULL,
    edition TEXT NOT NULL,
    sha256 TEXT,
    tests TEXT NOT NULL,
    tests_version INTEGER NOT NULL,
    passed INTEGER DEFAULT 0 NOT NULL,
    note TEXT NOT NULL,
    installed_at TEXT NOT NULL,
    installed_by TEXT NOT NULL,
    ended_at TEXT,
    ended_reason TEXT,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_installation PRIMARY KEY (id),
    CONSTRAINT ck_installation_passed CHECK (passed IN (0, 1)),
    CONSTRAINT ck_installation_ending CHECK ((ended_at IS NULL) = (ended_reason IS NULL)),
    CONSTRAINT fk_installation_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT,
    CONSTRAINT fk_installation_medium_id_medium FOREIGN KEY(medium_id) REFERENCES medium (id) ON DELETE RESTRICT,
    CONSTRAINT fk_installation_image_id_system_image FOREIGN KEY(image_id) REFERENCES system_image (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_installation_device_id ON installation (device_id)
;;
CREATE INDEX ix_installation_medium_id ON installation (medium_id)
;;
CREATE UNIQUE INDEX uq_installation_in_force ON installation (device_id) WHERE ended_at IS NULL
;;
CREATE TABLE loose_medium (
    medium_id INTEGER NOT NULL,
    place_id INTEGER NOT NULL,
    CONSTRAINT pk_loose_medium PRIMARY KEY (medium_id),
    CONSTRAINT fk_loose_medium_medium_id_medium FOREIGN KEY(medium_id) REFERENCES medium (id) ON DELETE RESTRICT,
    CONSTRAINT fk_loose_medium_place_id_place FOREIGN KEY(place_id) REFERENCES place (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_loose_medium_place_id ON loose_medium (place_id)
;;
CREATE TABLE medium_stay (
    id INTEGER NOT NULL,
    medium_id INTEGER NOT NULL,
    device_id INTEGER NOT NULL,
    left_at TEXT NOT NULL,
    left_by TEXT NOT NULL,
    last_run INTEGER NOT NULL,
    last_approval INTEGER NOT NULL,
    held TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_medium_stay PRIMARY KEY (id),
    CONSTRAINT fk_medium_stay_medium_id_medium FOREIGN KEY(medium_id) REFERENCES medium (id) ON DELETE RESTRICT,
    CONSTRAINT fk_medium_stay_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_medium_stay_device_id ON medium_stay (device_id)
;;
CREATE INDEX ix_medium_stay_medium_id ON medium_stay (medium_id)
;;
CREATE TABLE person_grant (
    person_id INTEGER NOT NULL,
    permission TEXT NOT NULL,
    granted_at TEXT NOT NULL,
    granted_by TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_person_grant PRIMARY KEY (person_id, permission),
    CONSTRAINT fk_person_grant_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE TABLE advice (
    decision_id INTEGER NOT NULL,
    chosen TEXT NOT NULL,
    advised TEXT,
    content TEXT NOT NULL,
    CONSTRAINT pk_advice PRIMARY KEY (decision_id),
    CONSTRAINT ck_advice_chosen CHECK (chosen IN ('shelf', 'repair', 'harvest', 'dismantle')),
    CONSTRAINT fk_advice_decision_id_decision FOREIGN KEY(decision_id) REFERENCES decision (id) ON DELETE RESTRICT
)
 STRICT
;;
ALTER TABLE medium ADD COLUMN weight_g INTEGER
