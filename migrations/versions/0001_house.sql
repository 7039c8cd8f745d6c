CREATE TABLE clock_mark (
    id INTEGER NOT NULL,
    running TEXT NOT NULL,
    steady_ms INTEGER NOT NULL,
    wall TEXT NOT NULL,
    CONSTRAINT pk_clock_mark PRIMARY KEY (id),
    CONSTRAINT ck_clock_mark_one CHECK (id = 1)
)
 STRICT
;;
CREATE TABLE counter (
    kind TEXT NOT NULL,
    last INTEGER NOT NULL,
    CONSTRAINT pk_counter PRIMARY KEY (kind),
    CONSTRAINT ck_counter_last CHECK (last >= 0)
)
 STRICT
;;
CREATE TABLE evidence_file (
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    received_at TEXT NOT NULL,
    received_by TEXT NOT NULL,
    CONSTRAINT pk_evidence_file PRIMARY KEY (sha256)
)
 STRICT
;;
CREATE TABLE journal (
    seq INTEGER NOT NULL,
    format INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    workstation TEXT NOT NULL,
    tag TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT pk_journal PRIMARY KEY (seq),
    CONSTRAINT ck_journal_seq CHECK (seq >= 1),
    CONSTRAINT ck_journal_digits CHECK (length(prev) = 64 AND length(hash) = 64),
    CONSTRAINT uq_journal_prev UNIQUE (prev),
    CONSTRAINT uq_journal_hash UNIQUE (hash)
)
 STRICT
;;
CREATE TABLE label_job (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    state TEXT NOT NULL,
    printer TEXT NOT NULL,
    attempts INTEGER DEFAULT 0 NOT NULL,
    last_error TEXT,
    replaces INTEGER DEFAULT 0 NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    done_at TEXT,
    CONSTRAINT pk_label_job PRIMARY KEY (id),
    CONSTRAINT ck_label_job_replaces CHECK (replaces IN (0, 1)),
    CONSTRAINT ck_label_job_state CHECK (state IN ('queued', 'printed', 'failed', 'cancelled'))
)
 STRICT
;;
CREATE INDEX ix_label_job_code ON label_job (code)
;;
CREATE INDEX ix_label_job_state ON label_job (state, id)
;;
CREATE TABLE login_log (
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    person TEXT,
    event TEXT NOT NULL,
    workstation TEXT NOT NULL,
    CONSTRAINT pk_login_log PRIMARY KEY (id)
)
 STRICT
;;
CREATE INDEX ix_login_log_at ON login_log (at)
;;
CREATE TABLE organisation (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    created_at TEXT NOT NULL,
    CONSTRAINT pk_organisation PRIMARY KEY (id),
    CONSTRAINT uq_organisation_name_key UNIQUE (name_key)
)
 STRICT
;;
CREATE TABLE person (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    role TEXT NOT NULL,
    display TEXT NOT NULL,
    name TEXT,
    title TEXT,
    pin_hash TEXT,
    language TEXT NOT NULL,
    active INTEGER DEFAULT 1 NOT NULL,
    created_at TEXT NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id),
    CONSTRAINT ck_person_active CHECK (active IN (0, 1)),
    CONSTRAINT uq_person_code UNIQUE (code)
)
 STRICT
;;
CREATE TABLE place (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    CONSTRAINT pk_place PRIMARY KEY (id),
    CONSTRAINT uq_place_code UNIQUE (code),
    CONSTRAINT uq_place_name_key UNIQUE (name_key)
)
 STRICT
;;
CREATE TABLE policy_version (
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    effective_from TEXT NOT NULL,
    reference TEXT NOT NULL,
    document TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    CONSTRAINT pk_policy_version PRIMARY KEY (version)
)
 STRICT
;;
CREATE TABLE roll_code (
    code TEXT NOT NULL,
    printed_at TEXT NOT NULL,
    CONSTRAINT pk_roll_code PRIMARY KEY (code)
)
 STRICT
;;
CREATE TABLE seal (
    fingerprint TEXT NOT NULL,
    certificate_pem TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    retired_at TEXT,
    CONSTRAINT pk_seal PRIMARY KEY (fingerprint)
)
 STRICT
;;
CREATE TABLE setting (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (name)
)
 STRICT
;;
CREATE TABLE journal_subject (
    subject TEXT NOT NULL,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_journal_subject PRIMARY KEY (subject, seq),
    CONSTRAINT fk_journal_subject_seq_journal FOREIGN KEY(seq) REFERENCES journal (seq) ON DELETE RESTRICT
)
 WITHOUT ROWID,
 STRICT
;;
CREATE TABLE lot (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    data_class TEXT NOT NULL,
    data_class_reference TEXT,
    list_name TEXT,
    list_digest TEXT,
    state TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    closed_at TEXT,
    closed_by TEXT,
    CONSTRAINT pk_lot PRIMARY KEY (id),
    CONSTRAINT ck_lot_state CHECK (state IN ('open', 'closed')),
    CONSTRAINT ck_lot_data_class CHECK (data_class IN ('ordinary', 'confidential')),
    CONSTRAINT ck_lot_closing CHECK ((state = 'closed') = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (closed_by IS NULL)),
    CONSTRAINT uq_lot_code UNIQUE (code),
    CONSTRAINT fk_lot_organisation_id_organisation FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE TABLE parked_work (
    person_id INTEGER NOT NULL,
    station TEXT NOT NULL,
    data TEXT NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT pk_parked_work PRIMARY KEY (person_id, station),
    CONSTRAINT fk_parked_work_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE TABLE pin_guard (
    person_id INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    not_before TEXT NOT NULL,
    CONSTRAINT pk_pin_guard PRIMARY KEY (person_id),
    CONSTRAINT fk_pin_guard_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE TABLE report_run (
    id INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    number INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    body_digest TEXT NOT NULL,
    head_key TEXT NOT NULL,
    banner TEXT,
    tool_version TEXT,
    started TEXT,
    ended TEXT,
    host TEXT NOT NULL,
    facts TEXT NOT NULL,
    same_as_id INTEGER,
    CONSTRAINT pk_report_run PRIMARY KEY (id),
    CONSTRAINT uq_report_run_sha256_number UNIQUE (sha256, number),
    CONSTRAINT fk_report_run_sha256_evidence_file FOREIGN KEY(sha256) REFERENCES evidence_file (sha256),
    CONSTRAINT fk_report_run_same_as_id_report_run FOREIGN KEY(same_as_id) REFERENCES report_run (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_report_run_body_digest ON report_run (body_digest)
;;
CREATE INDEX ix_report_run_fingerprint ON report_run (fingerprint)
;;
CREATE INDEX ix_report_run_head_key ON report_run (head_key)
;;
CREATE TABLE device (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    lot_id INTEGER NOT NULL,
    type TEXT NOT NULL,
    manufacturer TEXT NOT NULL,
    manufacturer_key TEXT NOT NULL,
    model TEXT NOT NULL,
    product TEXT NOT NULL,
    serial TEXT NOT NULL,
    serial_key TEXT NOT NULL,
    serial_reason TEXT,
    inventory TEXT NOT NULL,
    inventory_key TEXT NOT NULL,
    imei TEXT NOT NULL,
    weight_g INTEGER,
    data_class TEXT NOT NULL,
    state TEXT NOT NULL,
    hazard TEXT,
    place_id INTEGER,
    previous_id INTEGER,
    in_house INTEGER DEFAULT 1 NOT NULL,
    listed INTEGER DEFAULT 0 NOT NULL,
    received_at TEXT NOT NULL,
    received_by TEXT NOT NULL,
    touched_seq INTEGER NOT NULL,
    touched_by TEXT NOT NULL,
    CONSTRAINT pk_device PRIMARY KEY (id),
    CONSTRAINT ck_device_in_house CHECK (in_house IN (0, 1)),
    CONSTRAINT ck_device_listed CHECK (listed IN (0, 1)),
    CONSTRAINT ck_device_data_class CHECK (data_class IN ('ordinary', 'confidential')),
    CONSTRAINT ck_device_weight CHECK (weight_g IS NULL OR weight_g >= 0),
    CONSTRAINT uq_device_code UNIQUE (code),
    CONSTRAINT fk_device_lot_id_lot FOREIGN KEY(lot_id) REFERENCES lot (id) ON DELETE RESTRICT,
    CONSTRAINT fk_device_place_id_place FOREIGN KEY(place_id) REFERENCES place (id) ON DELETE RESTRICT,
    CONSTRAINT fk_device_previous_id_device FOREIGN KEY(previous_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_device_imei ON device (imei)
;;
CREATE INDEX ix_device_inventory_key ON device (inventory_key)
;;
CREATE INDEX ix_device_lot_id ON device (lot_id)
;;
CREATE INDEX ix_device_serial_key ON device (serial_key)
;;
CREATE INDEX ix_device_state ON device (state, id)
;;
CREATE UNIQUE INDEX uq_device_maker_serial ON device (serial_key, manufacturer_key) WHERE in_house = 1 AND serial_key <> ''
;;
CREATE TABLE approval (
    id INTEGER NOT NULL,
    device_id INTEGER NOT NULL,
    approved_at TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    media_count INTEGER NOT NULL,
    seen TEXT NOT NULL,
    policy_version INTEGER NOT NULL,
    accepted TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_reason TEXT,
    seq INTEGER NOT NULL,
    CONSTRAINT pk_approval PRIMARY KEY (id),
    CONSTRAINT fk_approval_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_approval_device_id ON approval (device_id)
;;
CREATE TABLE lot_line (
    id INTEGER NOT NULL,
    lot_id INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    type TEXT,
    manufacturer TEXT NOT NULL,
    model TEXT NOT NULL,
    serial TEXT NOT NULL,
    serial_key TEXT NOT NULL,
    inventory TEXT NOT NULL,
    inventory_key TEXT NOT NULL,
    imei TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    weight_g INTEGER,
    problems TEXT NOT NULL,
    notes TEXT NOT NULL,
    device_id INTEGER,
    counted INTEGER,
    missing_reason TEXT,
    CONSTRAINT pk_lot_line PRIMARY KEY (id),
    CONSTRAINT ck_lot_line_quantity CHECK (quantity >= 1),
    CONSTRAINT ck_lot_line_counted CHECK (counted IS NULL OR counted >= 0),
    CONSTRAINT fk_lot_line_lot_id_lot FOREIGN KEY(lot_id) REFERENCES lot (id) ON DELETE RESTRICT,
    CONSTRAINT uq_lot_line_device_id UNIQUE (device_id),
    CONSTRAINT fk_lot_line_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_lot_line_imei ON lot_line (lot_id, imei)
;;
CREATE INDEX ix_lot_line_inventory ON lot_line (lot_id, inventory_key)
;;
CREATE INDEX ix_lot_line_serial ON lot_line (lot_id, serial_key)
;;
CREATE TABLE media_statement (
    device_id INTEGER NOT NULL,
    count INTEGER NOT NULL,
    how TEXT NOT NULL,
    stated_by TEXT NOT NULL,
    second_by TEXT,
    stated_at TEXT NOT NULL,
    CONSTRAINT pk_media_statement PRIMARY KEY (device_id),
    CONSTRAINT ck_media_statement_count CHECK (count >= 0),
    CONSTRAINT fk_media_statement_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE TABLE medium (
    id INTEGER NOT NULL,
    code TEXT,
    device_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    kind_source TEXT NOT NULL,
    kind_confirmed_by TEXT,
    serial TEXT NOT NULL,
    serial_key TEXT NOT NULL,
    serial_certain INTEGER DEFAULT 1 NOT NULL,
    model TEXT NOT NULL,
    capacity_bytes INTEGER,
    state TEXT NOT NULL,
    proposed INTEGER DEFAULT 0 NOT NULL,
    declared_by TEXT NOT NULL,
    declared_at TEXT NOT NULL,
    removed_at TEXT,
    removed_by TEXT,
    CONSTRAINT pk_medium PRIMARY KEY (id),
    CONSTRAINT ck_medium_serial_certain CHECK (serial_certain IN (0, 1)),
    CONSTRAINT ck_medium_proposed CHECK (proposed IN (0, 1)),
    CONSTRAINT ck_medium_removal CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
    CONSTRAINT uq_medium_code UNIQUE (code),
    CONSTRAINT fk_medium_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_medium_device_id ON medium (device_id)
;;
CREATE INDEX ix_medium_serial_key ON medium (serial_key)
;;
CREATE TABLE stop (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    device_id INTEGER,
    raised_at TEXT NOT NULL,
    raised_by TEXT,
    released_at TEXT,
    released_by TEXT,
    CONSTRAINT pk_stop PRIMARY KEY (id),
    CONSTRAINT ck_stop_release CHECK ((released_at IS NULL) = (released_by IS NULL)),
    CONSTRAINT fk_stop_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE TABLE certificate (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    device_id INTEGER NOT NULL,
    approval_id INTEGER NOT NULL,
    issued_at TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    language TEXT NOT NULL,
    policy_version INTEGER NOT NULL,
    anchor_seq INTEGER NOT NULL,
    anchor_hash TEXT NOT NULL,
    seal TEXT NOT NULL,
    state TEXT NOT NULL,
    superseded_by_id INTEGER,
    reason TEXT,
    ended_at TEXT,
    CONSTRAINT pk_certificate PRIMARY KEY (id),
    CONSTRAINT ck_certificate_state CHECK (state IN ('valid', 'superseded', 'revoked')),
    CONSTRAINT ck_certificate_ending CHECK ((state = 'valid') = (ended_at IS NULL)),
    CONSTRAINT ck_certificate_successor CHECK ((state = 'superseded') = (superseded_by_id IS NOT NULL)),
    CONSTRAINT uq_certificate_code UNIQUE (code),
    CONSTRAINT fk_certificate_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT,
    CONSTRAINT fk_certificate_approval_id_approval FOREIGN KEY(approval_id) REFERENCES approval (id) ON DELETE RESTRICT,
    CONSTRAINT uq_certificate_sha256 UNIQUE (sha256),
    CONSTRAINT fk_certificate_superseded_by_id_certificate FOREIGN KEY(superseded_by_id) REFERENCES certificate (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_certificate_device_id ON certificate (device_id)
;;
CREATE UNIQUE INDEX uq_certificate_valid ON certificate (device_id) WHERE state = 'valid'
;;
CREATE TABLE sanitisation_run (
    id INTEGER NOT NULL,
    report_run_id INTEGER,
    sha256 TEXT,
    source TEXT NOT NULL,
    device_path TEXT NOT NULL,
    serial TEXT NOT NULL,
    serial_key TEXT NOT NULL,
    model TEXT NOT NULL,
    capacity_bytes INTEGER,
    technique TEXT NOT NULL,
    method TEXT NOT NULL,
    passes INTEGER,
    verification TEXT NOT NULL,
    tool TEXT NOT NULL,
    tool_version TEXT,
    verdict TEXT NOT NULL,
    verdict_rules INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    facts TEXT NOT NULL,
    started TEXT,
    ended TEXT,
    imported_at TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    performed_by TEXT,
    second_by TEXT,
    medium_id INTEGER,
    "match" TEXT NOT NULL,
    match_reasons TEXT NOT NULL,
    contradicted INTEGER DEFAULT 0 NOT NULL,
    device_id INTEGER,
    set_aside_by TEXT,
    CONSTRAINT pk_sanitisation_run PRIMARY KEY (id),
    CONSTRAINT ck_sanitisation_run_contradicted CHECK (contradicted IN (0, 1)),
    CONSTRAINT ck_sanitisation_run_source CHECK (source IN ('report', 'manual', 'destruction')),
    CONSTRAINT ck_sanitisation_run_match CHECK (match IN ('matched', 'proposed', 'unknown')),
    CONSTRAINT ck_sanitisation_run_matched CHECK (match <> 'matched' OR medium_id IS NOT NULL),
    CONSTRAINT ck_sanitisation_run_two_persons CHECK (source <> 'destruction' OR (performed_by IS NOT NULL AND second_by IS NOT NULL AND second_by <> performed_by)),
    CONSTRAINT fk_sanitisation_run_report_run_id_report_run FOREIGN KEY(report_run_id) REFERENCES report_run (id) ON DELETE RESTRICT,
    CONSTRAINT fk_sanitisation_run_sha256_evidence_file FOREIGN KEY(sha256) REFERENCES evidence_file (sha256),
    CONSTRAINT fk_sanitisation_run_medium_id_medium FOREIGN KEY(medium_id) REFERENCES medium (id) ON DELETE RESTRICT,
    CONSTRAINT fk_sanitisation_run_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_sanitisation_run_device_id ON sanitisation_run (device_id)
;;
CREATE INDEX ix_sanitisation_run_medium_id ON sanitisation_run (medium_id)
;;
CREATE INDEX ix_sanitisation_run_report_run_id ON sanitisation_run (report_run_id)
;;
CREATE INDEX ix_sanitisation_run_serial_key ON sanitisation_run (serial_key)
;;
CREATE TABLE approval_item (
    id INTEGER NOT NULL,
    approval_id INTEGER NOT NULL,
    medium_id INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    level TEXT NOT NULL,
    required TEXT NOT NULL,
    rule TEXT NOT NULL,
    judgement TEXT NOT NULL,
    CONSTRAINT pk_approval_item PRIMARY KEY (id),
    CONSTRAINT uq_approval_item_approval_id_medium_id UNIQUE (approval_id, medium_id),
    CONSTRAINT fk_approval_item_approval_id_approval FOREIGN KEY(approval_id) REFERENCES approval (id) ON DELETE RESTRICT,
    CONSTRAINT fk_approval_item_medium_id_medium FOREIGN KEY(medium_id) REFERENCES medium (id) ON DELETE RESTRICT,
    CONSTRAINT fk_approval_item_run_id_sanitisation_run FOREIGN KEY(run_id) REFERENCES sanitisation_run (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_approval_item_approval_id ON approval_item (approval_id)
;;
CREATE VIRTUAL TABLE search USING fts5(words, tokenize = 'trigram')
;;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
;;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
;;
CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal
WHEN EXISTS (SELECT 1 FROM journal WHERE seq = NEW.seq OR hash = NEW.hash OR prev = NEW.prev)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
;;
CREATE TRIGGER journal_subject_no_update BEFORE UPDATE ON journal_subject
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
;;
CREATE TRIGGER journal_subject_no_delete BEFORE DELETE ON journal_subject
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
;;
CREATE TRIGGER journal_subject_no_replace BEFORE INSERT ON journal_subject
WHEN EXISTS (SELECT 1 FROM journal_subject WHERE subject = NEW.subject AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
