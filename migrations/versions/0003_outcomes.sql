CREATE TABLE commitment (
    id INTEGER NOT NULL,
    number TEXT NOT NULL,
    number_key TEXT NOT NULL,
    unit TEXT NOT NULL,
    limit_cents INTEGER NOT NULL,
    used_cents INTEGER DEFAULT 0 NOT NULL,
    valid_until TEXT NOT NULL,
    first_used_at TEXT NOT NULL,
    CONSTRAINT pk_commitment PRIMARY KEY (id),
    CONSTRAINT ck_commitment_used CHECK (used_cents >= 0 AND used_cents <= limit_cents),
    CONSTRAINT uq_commitment_number_key UNIQUE (number_key)
)
 STRICT
;;
CREATE TABLE feedback (
    id INTEGER NOT NULL,
    left_at TEXT NOT NULL,
    screen TEXT NOT NULL,
    mood TEXT NOT NULL,
    note TEXT NOT NULL,
    workstation TEXT NOT NULL,
    read_at TEXT,
    read_by TEXT,
    CONSTRAINT pk_feedback PRIMARY KEY (id),
    CONSTRAINT ck_feedback_reading CHECK ((read_at IS NULL) = (read_by IS NULL))
)
 STRICT
;;
CREATE TABLE handover (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    channel TEXT NOT NULL,
    state TEXT NOT NULL,
    terms TEXT NOT NULL,
    receiver TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    completed_at TEXT,
    completed_by TEXT,
    payment TEXT,
    payment_reference TEXT NOT NULL,
    total_cents INTEGER,
    rounding_cents INTEGER DEFAULT 0 NOT NULL,
    rules TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_handover PRIMARY KEY (id),
    CONSTRAINT ck_handover_channel CHECK (channel IN ('commitment', 'course', 'project', 'workstation', 'sale')),
    CONSTRAINT ck_handover_state CHECK (state IN ('open', 'completed', 'cancelled')),
    CONSTRAINT ck_handover_payment CHECK (payment IN ('none', 'commitment', 'cash', 'card', 'invoice')),
    CONSTRAINT ck_handover_completion CHECK ((state = 'completed') = (completed_at IS NOT NULL) AND (completed_at IS NULL) = (completed_by IS NULL) AND (completed_at IS NULL) = (total_cents IS NULL) AND (completed_at IS NULL) = (payment IS NULL)),
    CONSTRAINT uq_handover_code UNIQUE (code)
)
 STRICT
;;
CREATE INDEX ix_handover_completed_at ON handover (completed_at)
;;
CREATE INDEX ix_handover_state ON handover (state, id)
;;
CREATE TABLE course_proof (
    number_key TEXT NOT NULL,
    number TEXT NOT NULL,
    handover_id INTEGER NOT NULL,
    confirmed_by TEXT NOT NULL,
    used_at TEXT NOT NULL,
    CONSTRAINT pk_course_proof PRIMARY KEY (number_key),
    CONSTRAINT uq_course_proof_handover_id UNIQUE (handover_id),
    CONSTRAINT fk_course_proof_handover_id_handover FOREIGN KEY(handover_id) REFERENCES handover (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE TABLE stocktake (
    id INTEGER NOT NULL,
    place_id INTEGER NOT NULL,
    opened_at TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    closed_at TEXT,
    closed_by TEXT,
    CONSTRAINT pk_stocktake PRIMARY KEY (id),
    CONSTRAINT ck_stocktake_closing CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
    CONSTRAINT fk_stocktake_place_id_place FOREIGN KEY(place_id) REFERENCES place (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE UNIQUE INDEX uq_stocktake_open ON stocktake (place_id) WHERE closed_at IS NULL
;;
CREATE TABLE handover_line (
    id INTEGER NOT NULL,
    handover_id INTEGER NOT NULL,
    device_id INTEGER,
    article TEXT NOT NULL,
    description TEXT NOT NULL,
    grade TEXT,
    quantity INTEGER DEFAULT 1 NOT NULL,
    list_cents INTEGER NOT NULL,
    discount_cents INTEGER DEFAULT 0 NOT NULL,
    discount_reason TEXT,
    discount_by TEXT,
    vat_permille INTEGER NOT NULL,
    warranty_months INTEGER DEFAULT 0 NOT NULL,
    label_read_at TEXT,
    active INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT pk_handover_line PRIMARY KEY (id),
    CONSTRAINT ck_handover_line_active CHECK (active IN (0, 1)),
    CONSTRAINT ck_handover_line_quantity CHECK (quantity >= 1),
    CONSTRAINT ck_handover_line_one_device CHECK (device_id IS NULL OR quantity = 1),
    CONSTRAINT ck_handover_line_price CHECK (list_cents >= 0 AND discount_cents >= 0 AND discount_cents <= list_cents),
    CONSTRAINT ck_handover_line_discount CHECK ((discount_cents = 0) = (discount_reason IS NULL)),
    CONSTRAINT fk_handover_line_handover_id_handover FOREIGN KEY(handover_id) REFERENCES handover (id) ON DELETE RESTRICT,
    CONSTRAINT fk_handover_line_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_handover_line_device_id ON handover_line (device_id)
;;
CREATE INDEX ix_handover_line_handover_id ON handover_line (handover_id)
;;
CREATE UNIQUE INDEX uq_handover_line_device ON handover_line (device_id) WHERE active = 1 AND device_id IS NOT NULL
;;
CREATE TABLE incident (
    id INTEGER NOT NULL,
    device_id INTEGER NOT NULL,
    stocktake_id INTEGER,
    noticed_at TEXT NOT NULL,
    noticed_by TEXT NOT NULL,
    bears_data INTEGER DEFAULT 0 NOT NULL,
    circumstances TEXT NOT NULL,
    told TEXT,
    told_at TEXT,
    outcome TEXT,
    outcome_note TEXT,
    closed_at TEXT,
    closed_by TEXT,
    second_by TEXT,
    found_at TEXT,
    found_by TEXT,
    CONSTRAINT pk_incident PRIMARY KEY (id),
    CONSTRAINT ck_incident_bears_data CHECK (bears_data IN (0, 1)),
    CONSTRAINT ck_incident_outcome CHECK (outcome IN ('found', 'lost')),
    CONSTRAINT ck_incident_telling CHECK ((told IS NULL) = (told_at IS NULL)),
    CONSTRAINT ck_incident_finding CHECK ((found_at IS NULL) = (found_by IS NULL)),
    CONSTRAINT ck_incident_found_is_closed CHECK (found_at IS NULL OR closed_at IS NOT NULL),
    CONSTRAINT ck_incident_outcome_found CHECK (outcome <> 'found' OR found_at IS NOT NULL),
    CONSTRAINT ck_incident_closing CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (outcome IS NULL)),
    CONSTRAINT ck_incident_two_persons CHECK (closed_at IS NULL OR bears_data = 0 OR (second_by IS NOT NULL AND second_by <> closed_by)),
    CONSTRAINT fk_incident_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT,
    CONSTRAINT fk_incident_stocktake_id_stocktake FOREIGN KEY(stocktake_id) REFERENCES stocktake (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_incident_device_id ON incident (device_id)
;;
CREATE UNIQUE INDEX uq_incident_missing ON incident (device_id) WHERE found_at IS NULL
;;
CREATE TABLE inspection (
    id INTEGER NOT NULL,
    device_id INTEGER NOT NULL,
    checklist TEXT NOT NULL,
    checklist_version INTEGER NOT NULL,
    rules_version INTEGER NOT NULL,
    answers TEXT NOT NULL,
    zones TEXT NOT NULL,
    measures TEXT NOT NULL,
    grade TEXT NOT NULL,
    functional TEXT NOT NULL,
    battery TEXT,
    reasons TEXT NOT NULL,
    inspected_at TEXT NOT NULL,
    inspected_by TEXT NOT NULL,
    override_grade TEXT,
    override_reason TEXT,
    override_by TEXT,
    override_at TEXT,
    ended_at TEXT,
    ended_reason TEXT,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_inspection PRIMARY KEY (id),
    CONSTRAINT ck_inspection_grade CHECK (grade IN ('A', 'B', 'C', 'D')),
    CONSTRAINT ck_inspection_override_grade CHECK (override_grade IN ('A', 'B', 'C', 'D')),
    CONSTRAINT ck_inspection_functional CHECK (functional IN ('ok', 'key', 'no')),
    CONSTRAINT ck_inspection_override CHECK ((override_grade IS NULL) = (override_reason IS NULL) AND (override_grade IS NULL) = (override_by IS NULL) AND (override_grade IS NULL) = (override_at IS NULL)),
    CONSTRAINT ck_inspection_ending CHECK ((ended_at IS NULL) = (ended_reason IS NULL)),
    CONSTRAINT fk_inspection_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_inspection_device_id ON inspection (device_id)
;;
CREATE UNIQUE INDEX uq_inspection_in_force ON inspection (device_id) WHERE ended_at IS NULL
;;
CREATE TABLE inspection_draft (
    device_id INTEGER NOT NULL,
    checklist TEXT NOT NULL,
    checklist_version INTEGER NOT NULL,
    answers TEXT NOT NULL,
    zones TEXT NOT NULL,
    measures TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    CONSTRAINT pk_inspection_draft PRIMARY KEY (device_id),
    CONSTRAINT fk_inspection_draft_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE TABLE paper (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    series TEXT NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    handover_id INTEGER,
    device_id INTEGER,
    lot_id INTEGER,
    issued_at TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    language TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    sheet_sha256 TEXT,
    anchor_seq INTEGER NOT NULL,
    anchor_hash TEXT NOT NULL,
    replaces_id INTEGER,
    content TEXT NOT NULL,
    copies INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT pk_paper PRIMARY KEY (id),
    CONSTRAINT ck_paper_number CHECK (number >= 1),
    CONSTRAINT ck_paper_copies CHECK (copies >= 0),
    CONSTRAINT uq_paper_series_number UNIQUE (series, number),
    CONSTRAINT fk_paper_handover_id_handover FOREIGN KEY(handover_id) REFERENCES handover (id) ON DELETE RESTRICT,
    CONSTRAINT fk_paper_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT,
    CONSTRAINT fk_paper_lot_id_lot FOREIGN KEY(lot_id) REFERENCES lot (id) ON DELETE RESTRICT,
    CONSTRAINT fk_paper_replaces_id_paper FOREIGN KEY(replaces_id) REFERENCES paper (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_paper_device_id ON paper (device_id)
;;
CREATE INDEX ix_paper_handover_id ON paper (handover_id)
;;
CREATE INDEX ix_paper_lot_id ON paper (lot_id)
;;
CREATE TABLE stocktake_mark (
    id INTEGER NOT NULL,
    stocktake_id INTEGER NOT NULL,
    device_id INTEGER NOT NULL,
    result TEXT NOT NULL,
    recorded_place_id INTEGER,
    marked_at TEXT NOT NULL,
    marked_by TEXT NOT NULL,
    CONSTRAINT pk_stocktake_mark PRIMARY KEY (id),
    CONSTRAINT ck_stocktake_mark_result CHECK (result IN ('found', 'elsewhere', 'unexpected', 'missing')),
    CONSTRAINT uq_stocktake_mark_stocktake_id_device_id UNIQUE (stocktake_id, device_id),
    CONSTRAINT fk_stocktake_mark_stocktake_id_stocktake FOREIGN KEY(stocktake_id) REFERENCES stocktake (id) ON DELETE RESTRICT,
    CONSTRAINT fk_stocktake_mark_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT,
    CONSTRAINT fk_stocktake_mark_recorded_place_id_place FOREIGN KEY(recorded_place_id) REFERENCES place (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_stocktake_mark_device_id ON stocktake_mark (device_id)
;;
CREATE TABLE decision (
    id INTEGER NOT NULL,
    device_id INTEGER NOT NULL,
    inspection_id INTEGER,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    ended_at TEXT,
    ended_reason TEXT,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_decision PRIMARY KEY (id),
    CONSTRAINT ck_decision_outcome CHECK (outcome IN ('shelf', 'repair', 'dismantle')),
    CONSTRAINT ck_decision_ending CHECK ((ended_at IS NULL) = (ended_reason IS NULL)),
    CONSTRAINT fk_decision_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT,
    CONSTRAINT fk_decision_inspection_id_inspection FOREIGN KEY(inspection_id) REFERENCES inspection (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_decision_device_id ON decision (device_id)
;;
CREATE UNIQUE INDEX uq_decision_in_force ON decision (device_id) WHERE ended_at IS NULL
;;
CREATE TABLE device_return (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    device_id INTEGER NOT NULL,
    handover_line_id INTEGER NOT NULL,
    came_at TEXT NOT NULL,
    received_by TEXT NOT NULL,
    fault TEXT NOT NULL,
    fault_note TEXT NOT NULL,
    in_warranty INTEGER DEFAULT 0 NOT NULL,
    remedy TEXT,
    remedy_reason TEXT,
    settled_at TEXT,
    settled_by TEXT,
    refund_cents INTEGER DEFAULT 0 NOT NULL,
    credit_id INTEGER,
    exchange_id INTEGER,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_device_return PRIMARY KEY (id),
    CONSTRAINT ck_device_return_in_warranty CHECK (in_warranty IN (0, 1)),
    CONSTRAINT ck_device_return_remedy CHECK (remedy IN ('repair', 'exchange', 'refund', 'none')),
    CONSTRAINT ck_device_return_settling CHECK ((remedy IS NULL) = (settled_at IS NULL) AND (remedy IS NULL) = (settled_by IS NULL)),
    CONSTRAINT ck_device_return_refund CHECK (refund_cents >= 0),
    CONSTRAINT uq_device_return_code UNIQUE (code),
    CONSTRAINT fk_device_return_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT,
    CONSTRAINT uq_device_return_handover_line_id UNIQUE (handover_line_id),
    CONSTRAINT fk_device_return_handover_line_id_handover_line FOREIGN KEY(handover_line_id) REFERENCES handover_line (id) ON DELETE RESTRICT,
    CONSTRAINT fk_device_return_credit_id_paper FOREIGN KEY(credit_id) REFERENCES paper (id) ON DELETE RESTRICT,
    CONSTRAINT fk_device_return_exchange_id_handover FOREIGN KEY(exchange_id) REFERENCES handover (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_device_return_device_id ON device_return (device_id)
;;
CREATE TABLE quarantine (
    id INTEGER NOT NULL,
    device_id INTEGER NOT NULL,
    lock TEXT NOT NULL,
    note TEXT NOT NULL,
    found_at TEXT NOT NULL,
    found_by TEXT NOT NULL,
    request_id INTEGER,
    requested_at TEXT,
    answer TEXT,
    answer_note TEXT,
    answered_at TEXT,
    closed_at TEXT,
    closed_by TEXT,
    second_by TEXT,
    outcome TEXT,
    outcome_note TEXT,
    CONSTRAINT pk_quarantine PRIMARY KEY (id),
    CONSTRAINT ck_quarantine_lock CHECK (lock IN ('bios', 'mdm', 'stolen')),
    CONSTRAINT ck_quarantine_answer CHECK (answer IN ('released', 'refused', 'unknown')),
    CONSTRAINT ck_quarantine_outcome CHECK (outcome IN ('freed', 'dismantle')),
    CONSTRAINT ck_quarantine_answering CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CONSTRAINT ck_quarantine_closing CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (outcome IS NULL)),
    CONSTRAINT ck_quarantine_two_persons CHECK (second_by IS NULL OR second_by <> closed_by),
    CONSTRAINT fk_quarantine_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT,
    CONSTRAINT fk_quarantine_request_id_paper FOREIGN KEY(request_id) REFERENCES paper (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_quarantine_device_id ON quarantine (device_id)
;;
CREATE UNIQUE INDEX uq_quarantine_open ON quarantine (device_id, lock) WHERE closed_at IS NULL
;;
ALTER TABLE medium ADD COLUMN used_since TEXT
;;
CREATE INDEX ix_device_place_id ON device (place_id)
;;
CREATE INDEX ix_medium_state ON medium (state, device_id)
;;
CREATE INDEX ix_lot_state ON lot (state, id)
;;
CREATE INDEX ix_lot_organisation_id ON lot (organisation_id)
;;
CREATE INDEX ix_stop_open ON stop (id) WHERE released_at IS NULL
;;
CREATE INDEX ix_feedback_unread ON feedback (id) WHERE read_at IS NULL
;;
CREATE INDEX ix_incident_open ON incident (id) WHERE closed_at IS NULL
;;
CREATE INDEX ix_device_return_open ON device_return (id) WHERE remedy IS NULL
;;
CREATE UNIQUE INDEX uq_device_return_exchange ON device_return (exchange_id) WHERE exchange_id IS NOT NULL
;;
CREATE INDEX ix_paper_number ON paper (number)
;;
CREATE TRIGGER paper_fixed BEFORE UPDATE OF id, kind, series, number, title, handover_id, device_id, lot_id, issued_at, issued_by, language, sha256, sheet_sha256, anchor_seq, anchor_hash, replaces_id, content ON paper
BEGIN SELECT RAISE(ABORT, 'a paper is never altered'); END
;;
CREATE TRIGGER paper_kept BEFORE DELETE ON paper
BEGIN SELECT RAISE(ABORT, 'a paper is never deleted'); END
;;
CREATE TRIGGER paper_once BEFORE INSERT ON paper
WHEN EXISTS (SELECT 1 FROM paper WHERE id = NEW.id OR (series = NEW.series AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'a paper is never replaced'); END
