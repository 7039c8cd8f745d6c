CREATE TABLE import_batch (
    id INTEGER NOT NULL, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    performed_by TEXT, 
    source TEXT NOT NULL, 
    name TEXT DEFAULT '' NOT NULL, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_import_batch PRIMARY KEY (id), 
    CONSTRAINT ck_import_batch_source CHECK (source IN ('files', 'folder', 'watch'))
)
 STRICT
;;
CREATE TABLE import_file (
    id INTEGER NOT NULL, 
    batch_id INTEGER NOT NULL, 
    name TEXT NOT NULL, 
    path TEXT NOT NULL, 
    digest TEXT, 
    size INTEGER, 
    modified TEXT, 
    kind TEXT, 
    place TEXT NOT NULL, 
    waits INTEGER DEFAULT 0 NOT NULL, 
    detail TEXT NOT NULL, 
    settled_at TEXT, 
    settled_by TEXT, 
    CONSTRAINT pk_import_file PRIMARY KEY (id), 
    CONSTRAINT ck_import_file_waits CHECK (waits IN (0, 1)), 
    CONSTRAINT ck_import_file_settling CHECK ((settled_at IS NULL) = (settled_by IS NULL)), 
    CONSTRAINT fk_import_file_batch_id_import_batch FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_import_file_batch_id ON import_file (batch_id)
;;
CREATE INDEX ix_import_file_digest ON import_file (digest)
;;
CREATE INDEX ix_import_file_place ON import_file (place, waits)
;;
CREATE INDEX ix_import_file_waits ON import_file (waits)
;;
CREATE TABLE report_pair (
    id INTEGER NOT NULL, 
    log_id INTEGER NOT NULL, 
    paper_id INTEGER NOT NULL, 
    agrees INTEGER DEFAULT 0 NOT NULL, 
    differences TEXT NOT NULL, 
    at TEXT NOT NULL, 
    CONSTRAINT pk_report_pair PRIMARY KEY (id), 
    CONSTRAINT ck_report_pair_agrees CHECK (agrees IN (0, 1)), 
    CONSTRAINT uq_report_pair_log_id_paper_id UNIQUE (log_id, paper_id), 
    CONSTRAINT fk_report_pair_log_id_report_run FOREIGN KEY(log_id) REFERENCES report_run (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_report_pair_paper_id_report_run FOREIGN KEY(paper_id) REFERENCES report_run (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_report_pair_log_id ON report_pair (log_id)
;;
CREATE INDEX ix_report_pair_paper_id ON report_pair (paper_id)
;;
ALTER TABLE sanitisation_run ADD COLUMN paired_with INTEGER
;;
CREATE INDEX ix_sanitisation_run_ended ON sanitisation_run (ended)
;;
CREATE TABLE supplier_mapping (
    id INTEGER NOT NULL, 
    name TEXT NOT NULL, 
    name_key TEXT NOT NULL, 
    version INTEGER NOT NULL, 
    format TEXT NOT NULL, 
    document TEXT NOT NULL, 
    made_at TEXT NOT NULL, 
    made_by TEXT NOT NULL, 
    retired_at TEXT, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_supplier_mapping PRIMARY KEY (id), 
    CONSTRAINT ck_supplier_mapping_format CHECK (format IN ('csv', 'xml')), 
    CONSTRAINT uq_supplier_mapping_name_key_version UNIQUE (name_key, version)
)
 STRICT
;;
CREATE INDEX ix_evidence_file_name ON evidence_file (name)
;;
CREATE TABLE next_step (
    id INTEGER NOT NULL, 
    medium_id INTEGER NOT NULL, 
    run_id INTEGER NOT NULL, 
    step TEXT NOT NULL, 
    technique TEXT, 
    note TEXT DEFAULT '' NOT NULL, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_next_step PRIMARY KEY (id), 
    CONSTRAINT ck_next_step_step CHECK (step IN ('repeat', 'remove', 'destroy')), 
    CONSTRAINT fk_next_step_medium_id_medium FOREIGN KEY(medium_id) REFERENCES medium (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_next_step_run_id_sanitisation_run FOREIGN KEY(run_id) REFERENCES sanitisation_run (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_next_step_medium_id ON next_step (medium_id)
;;
CREATE INDEX ix_next_step_step ON next_step (step, medium_id)
;;
CREATE TABLE destruction (
    id INTEGER NOT NULL, 
    at TEXT NOT NULL, 
    technique TEXT NOT NULL, 
    particle_class TEXT, 
    machine TEXT NOT NULL, 
    first_by TEXT NOT NULL, 
    second_by TEXT NOT NULL, 
    weight_g INTEGER, 
    container_id INTEGER, 
    sha256 TEXT, 
    note TEXT DEFAULT '' NOT NULL, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_destruction PRIMARY KEY (id), 
    CONSTRAINT ck_destruction_two_persons CHECK (first_by <> second_by), 
    CONSTRAINT ck_destruction_weight CHECK (weight_g IS NULL OR weight_g > 0), 
    CONSTRAINT fk_destruction_container_id_container FOREIGN KEY(container_id) REFERENCES container (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_destruction_sha256_evidence_file FOREIGN KEY(sha256) REFERENCES evidence_file (sha256)
)
 STRICT
;;
CREATE INDEX ix_destruction_container_id ON destruction (container_id)
;;
CREATE TABLE destruction_medium (
    run_id INTEGER NOT NULL, 
    destruction_id INTEGER NOT NULL, 
    medium_id INTEGER NOT NULL, 
    CONSTRAINT pk_destruction_medium PRIMARY KEY (run_id), 
    CONSTRAINT fk_destruction_medium_run_id_sanitisation_run FOREIGN KEY(run_id) REFERENCES sanitisation_run (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_destruction_medium_destruction_id_destruction FOREIGN KEY(destruction_id) REFERENCES destruction (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_destruction_medium_medium_id_medium FOREIGN KEY(medium_id) REFERENCES medium (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_destruction_medium_destruction_id ON destruction_medium (destruction_id)
;;
CREATE INDEX ix_destruction_medium_medium_id ON destruction_medium (medium_id)
;;
CREATE TABLE look_draw (
    id INTEGER NOT NULL, 
    month TEXT NOT NULL, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    population INTEGER NOT NULL, 
    drawn INTEGER NOT NULL, 
    need INTEGER NOT NULL, 
    seed TEXT NOT NULL, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_look_draw PRIMARY KEY (id), 
    CONSTRAINT ck_look_draw_figures CHECK (drawn >= 0 AND need >= 0 AND population >= 0)
)
 STRICT
;;
CREATE INDEX ix_look_draw_month ON look_draw (month)
;;
CREATE TABLE second_look (
    id INTEGER NOT NULL, 
    draw_id INTEGER, 
    month TEXT NOT NULL, 
    run_id INTEGER NOT NULL, 
    medium_id INTEGER NOT NULL, 
    at TEXT NOT NULL, 
    state TEXT NOT NULL, 
    looked_at TEXT, 
    looked_by TEXT, 
    tool TEXT DEFAULT '' NOT NULL, 
    tool_version TEXT, 
    sha256 TEXT, 
    note TEXT DEFAULT '' NOT NULL, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_second_look PRIMARY KEY (id), 
    CONSTRAINT ck_second_look_state CHECK (state IN ('open', 'clean', 'failed', 'impossible')), 
    CONSTRAINT ck_second_look_looking CHECK ((state = 'open') = (looked_at IS NULL)), 
    CONSTRAINT ck_second_look_looker CHECK ((looked_at IS NULL) = (looked_by IS NULL)), 
    CONSTRAINT fk_second_look_draw_id_look_draw FOREIGN KEY(draw_id) REFERENCES look_draw (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_second_look_run_id_sanitisation_run FOREIGN KEY(run_id) REFERENCES sanitisation_run (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_second_look_medium_id_medium FOREIGN KEY(medium_id) REFERENCES medium (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_second_look_sha256_evidence_file FOREIGN KEY(sha256) REFERENCES evidence_file (sha256)
)
 STRICT
;;
CREATE INDEX ix_second_look_draw_id ON second_look (draw_id)
;;
CREATE INDEX ix_second_look_medium_id ON second_look (medium_id)
;;
CREATE INDEX ix_second_look_month ON second_look (month, state)
;;
CREATE INDEX ix_second_look_run_id ON second_look (run_id)
;;
CREATE INDEX ix_second_look_state ON second_look (state, id)
;;
CREATE TABLE proof_incident (
    id INTEGER NOT NULL, 
    look_id INTEGER NOT NULL, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    closed_at TEXT, 
    closed_by TEXT, 
    second_by TEXT, 
    conclusion TEXT DEFAULT '' NOT NULL, 
    note TEXT DEFAULT '' NOT NULL, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_proof_incident PRIMARY KEY (id), 
    CONSTRAINT uq_proof_incident_look_id UNIQUE (look_id), 
    CONSTRAINT ck_proof_incident_closing CHECK ((closed_at IS NULL) = (closed_by IS NULL)), 
    CONSTRAINT ck_proof_incident_conclusion CHECK ((closed_at IS NULL) = (conclusion = '')), 
    CONSTRAINT ck_proof_incident_two CHECK (second_by IS NULL OR second_by <> closed_by), 
    CONSTRAINT fk_proof_incident_look_id_second_look FOREIGN KEY(look_id) REFERENCES second_look (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_proof_incident_closed_at ON proof_incident (closed_at)
;;
CREATE TABLE proof_freeze (
    id INTEGER NOT NULL, 
    incident_id INTEGER NOT NULL, 
    run_id INTEGER NOT NULL, 
    medium_id INTEGER NOT NULL, 
    why TEXT NOT NULL, 
    at TEXT NOT NULL, 
    lifted_at TEXT, 
    lifted_by TEXT, 
    outcome TEXT, 
    note TEXT DEFAULT '' NOT NULL, 
    CONSTRAINT pk_proof_freeze PRIMARY KEY (id), 
    CONSTRAINT ck_proof_freeze_lifting CHECK ((lifted_at IS NULL) = (lifted_by IS NULL)), 
    CONSTRAINT ck_proof_freeze_outcome CHECK ((lifted_at IS NULL) = (outcome IS NULL)), 
    CONSTRAINT uq_proof_freeze_incident_id_run_id UNIQUE (incident_id, run_id), 
    CONSTRAINT fk_proof_freeze_incident_id_proof_incident FOREIGN KEY(incident_id) REFERENCES proof_incident (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_proof_freeze_run_id_sanitisation_run FOREIGN KEY(run_id) REFERENCES sanitisation_run (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_proof_freeze_medium_id_medium FOREIGN KEY(medium_id) REFERENCES medium (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_proof_freeze_incident_id ON proof_freeze (incident_id)
;;
CREATE INDEX ix_proof_freeze_medium_id ON proof_freeze (medium_id)
;;
CREATE INDEX ix_proof_freeze_run_id ON proof_freeze (run_id)
;;
CREATE INDEX ix_approval_approved_at ON approval (approved_at)
;;
CREATE TABLE lot_certificate (
    id INTEGER NOT NULL, 
    code TEXT NOT NULL, 
    lot_id INTEGER NOT NULL, 
    issued_at TEXT NOT NULL, 
    issued_by TEXT NOT NULL, 
    sha256 TEXT NOT NULL, 
    language TEXT NOT NULL, 
    content TEXT NOT NULL, 
    anchor_seq INTEGER NOT NULL, 
    anchor_hash TEXT NOT NULL, 
    seal TEXT NOT NULL, 
    state TEXT NOT NULL, 
    superseded_by_id INTEGER, 
    reason TEXT, 
    ended_at TEXT, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_lot_certificate PRIMARY KEY (id), 
    CONSTRAINT ck_lot_certificate_state CHECK (state IN ('valid', 'superseded', 'revoked')), 
    CONSTRAINT ck_lot_certificate_ending CHECK ((state = 'valid') = (ended_at IS NULL)), 
    CONSTRAINT ck_lot_certificate_successor CHECK ((state = 'superseded') = (superseded_by_id IS NOT NULL)), 
    CONSTRAINT uq_lot_certificate_code UNIQUE (code), 
    CONSTRAINT fk_lot_certificate_lot_id_lot FOREIGN KEY(lot_id) REFERENCES lot (id) ON DELETE RESTRICT, 
    CONSTRAINT uq_lot_certificate_sha256 UNIQUE (sha256), 
    CONSTRAINT fk_lot_certificate_superseded_by_id_lot_certificate FOREIGN KEY(superseded_by_id) REFERENCES lot_certificate (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_lot_certificate_lot_id ON lot_certificate (lot_id)
;;
CREATE UNIQUE INDEX uq_lot_certificate_valid ON lot_certificate (lot_id) WHERE state = 'valid'
;;
CREATE TABLE lot_certificate_line (
    id INTEGER NOT NULL, 
    lot_certificate_id INTEGER NOT NULL, 
    certificate_id INTEGER NOT NULL, 
    CONSTRAINT pk_lot_certificate_line PRIMARY KEY (id), 
    CONSTRAINT fk_lot_certificate_line_lot_certificate_id_lot_certificate FOREIGN KEY(lot_certificate_id) REFERENCES lot_certificate (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_lot_certificate_line_certificate_id_certificate FOREIGN KEY(certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_lot_certificate_line_certificate_id ON lot_certificate_line (certificate_id)
;;
CREATE INDEX ix_lot_certificate_line_lot_certificate_id ON lot_certificate_line (lot_certificate_id)
;;
CREATE TABLE medium_certificate (
    id INTEGER NOT NULL, 
    code TEXT NOT NULL, 
    medium_id INTEGER NOT NULL, 
    device_id INTEGER NOT NULL, 
    approval_id INTEGER, 
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
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_medium_certificate PRIMARY KEY (id), 
    CONSTRAINT ck_medium_certificate_state CHECK (state IN ('valid', 'superseded', 'revoked')), 
    CONSTRAINT ck_medium_certificate_ending CHECK ((state = 'valid') = (ended_at IS NULL)), 
    CONSTRAINT ck_medium_certificate_successor CHECK ((state = 'superseded') = (superseded_by_id IS NOT NULL)), 
    CONSTRAINT uq_medium_certificate_code UNIQUE (code), 
    CONSTRAINT fk_medium_certificate_medium_id_medium FOREIGN KEY(medium_id) REFERENCES medium (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_medium_certificate_device_id_device FOREIGN KEY(device_id) REFERENCES device (id) ON DELETE RESTRICT, 
    CONSTRAINT fk_medium_certificate_approval_id_approval FOREIGN KEY(approval_id) REFERENCES approval (id) ON DELETE RESTRICT, 
    CONSTRAINT uq_medium_certificate_sha256 UNIQUE (sha256), 
    CONSTRAINT fk_medium_certificate_superseded_by_id_medium_certificate FOREIGN KEY(superseded_by_id) REFERENCES medium_certificate (id) ON DELETE RESTRICT
)
 STRICT
;;
CREATE INDEX ix_medium_certificate_device_id ON medium_certificate (device_id)
;;
CREATE INDEX ix_medium_certificate_medium_id ON medium_certificate (medium_id)
;;
CREATE UNIQUE INDEX uq_medium_certificate_valid ON medium_certificate (medium_id) WHERE state = 'valid'
;;
CREATE TABLE certificate_statement (
    code TEXT NOT NULL, 
    text TEXT NOT NULL, 
    seal TEXT NOT NULL, 
    CONSTRAINT pk_certificate_statement PRIMARY KEY (code)
)
 STRICT
;;
CREATE TABLE revocation_list (
    number INTEGER NOT NULL, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    sha256 TEXT NOT NULL, 
    seal TEXT NOT NULL, 
    entries INTEGER NOT NULL, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_revocation_list PRIMARY KEY (number)
)
 STRICT
;;
CREATE TABLE key_vouch (
    id INTEGER NOT NULL, 
    old_seal TEXT NOT NULL, 
    new_seal TEXT NOT NULL, 
    statement TEXT NOT NULL, 
    at TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_key_vouch PRIMARY KEY (id), 
    CONSTRAINT ck_key_vouch_two_keys CHECK (old_seal <> new_seal)
)
 STRICT
;;
CREATE INDEX ix_key_vouch_new_seal ON key_vouch (new_seal)
;;
CREATE INDEX ix_key_vouch_old_seal ON key_vouch (old_seal)
;;
CREATE TABLE key_theft (
    fingerprint TEXT NOT NULL, 
    since TEXT NOT NULL, 
    "by" TEXT NOT NULL, 
    seq INTEGER NOT NULL, 
    CONSTRAINT pk_key_theft PRIMARY KEY (fingerprint), 
    CONSTRAINT fk_key_theft_fingerprint_seal FOREIGN KEY(fingerprint) REFERENCES seal (fingerprint) ON DELETE RESTRICT
)
 STRICT
;;
CREATE TABLE seal_token (
    fingerprint TEXT NOT NULL, 
    module TEXT NOT NULL, 
    token TEXT NOT NULL, 
    key_label TEXT NOT NULL, 
    key_id TEXT DEFAULT '' NOT NULL, 
    CONSTRAINT pk_seal_token PRIMARY KEY (fingerprint), 
    CONSTRAINT fk_seal_token_fingerprint_seal FOREIGN KEY(fingerprint) REFERENCES seal (fingerprint) ON DELETE RESTRICT
)
 STRICT
