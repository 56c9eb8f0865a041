-- Everything that one workspace owns. Texts compare without case and accents unless they are keys:
-- folded and normal forms, codes and identifiers compare byte by byte. Times are UTC.
-- Secondary indexes are few: an import of 100,000 rows pays for each of them.

CREATE TABLE customer (
  id UUID NOT NULL,
  version INT NOT NULL,
  kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) NOT NULL,
  family_name VARCHAR(200) NULL,
  middle_name VARCHAR(200) NULL,
  given_name VARCHAR(200) NULL,
  -- the place in a Vietnamese list of names: given name, family name, middle name
  name_key VARCHAR(400) COLLATE utf8mb4_nopad_bin NOT NULL,
  gender VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  birth_date DATE NULL,
  birth_place VARCHAR(200) NULL,
  interests JSON NULL,
  education VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  occupation VARCHAR(200) NULL,
  income_band VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  tax_code VARCHAR(20) NULL,
  external_id VARCHAR(120) NULL,
  -- external_id in its normal form; no two customers share one
  external_key VARCHAR(120) COLLATE utf8mb4_nopad_bin NULL,
  preferred_channel VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  owner_id UUID NULL,
  stage VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  created_by_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_by_id UUID NULL,
  created_by_name VARCHAR(200) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  updated_by_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  updated_by_id UUID NULL,
  updated_by_name VARCHAR(200) NOT NULL,
  -- 0: in use, 1: archived, 2: in the trash; it leads the indexes of the lists, so that each has its own part
  archived TINYINT NOT NULL,
  archived_at DATETIME(6) NULL,
  deleted_at DATETIME(6) NULL COMMENT 'since when it is in the trash; external_key is free meanwhile',
  PRIMARY KEY (id),
  UNIQUE KEY customer_external (external_key),
  KEY customer_by_name (archived, name_key),
  KEY customer_by_update (archived, updated_at),
  KEY customer_by_stage (archived, stage),
  KEY customer_by_owner (archived, owner_id)
);

CREATE TABLE customer_identifier (
  customer_id UUID NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position SMALLINT NOT NULL,
  written VARCHAR(254) NOT NULL,
  normal VARCHAR(254) COLLATE utf8mb4_nopad_bin NOT NULL,
  label VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  is_primary BOOLEAN NOT NULL,
  PRIMARY KEY (customer_id, kind, position),
  KEY customer_identifier_normal (kind, normal)
);

CREATE TABLE customer_address (
  customer_id UUID NOT NULL,
  position SMALLINT NOT NULL,
  line VARCHAR(300) NULL,
  ward VARCHAR(120) NULL,
  district VARCHAR(120) NULL,
  province VARCHAR(120) NULL,
  country CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  postal_code VARCHAR(20) NULL,
  label VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  is_primary BOOLEAN NOT NULL,
  -- the units of today and those before July 2025 that the address lies in, where recognised
  province_code CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ward_code CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NULL,
  former_province CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL,
  former_district CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
  former_ward CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (customer_id, position)
);

CREATE TABLE customer_tag (
  customer_id UUID NOT NULL,
  -- the tag in lower case: VIP and vip are one
  tag_key VARCHAR(60) COLLATE utf8mb4_nopad_bin NOT NULL,
  tag VARCHAR(60) NOT NULL,
  PRIMARY KEY (customer_id, tag_key),
  KEY customer_tag_customers (tag_key, customer_id)
);

-- What a customer is found by: a range scan over the terms that begin with what was typed.
CREATE TABLE customer_search (
  -- as of the customer; one in the trash has no terms
  archived TINYINT NOT NULL,
  term VARCHAR(160) COLLATE utf8mb4_nopad_bin NOT NULL,
  customer_id UUID NOT NULL,
  PRIMARY KEY (archived, term, customer_id)
);

-- Values of plugins' fields. Searchable ones get a virtual column x_<field.id> with an index here,
-- so that a plugin's change of the schema never touches the customer table.
CREATE TABLE customer_ext (
  customer_id UUID NOT NULL,
  field_values JSON NOT NULL,
  PRIMARY KEY (customer_id)
);

CREATE TABLE field (
  id INT NOT NULL AUTO_INCREMENT,
  record_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owner VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  field_key VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position INT NOT NULL,
  type VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- type for which the virtual column was made; null where there is none
  column_type VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- label, help, section, choices, bounds and the rest, as the owner declares them
  definition JSON NOT NULL,
  visible BOOLEAN NOT NULL,
  retired BOOLEAN NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY field_name (record_type, field_key)
);

CREATE TABLE installation (
  plugin_id VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  plugin_release VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  enabled BOOLEAN NOT NULL,
  settings JSON NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  changed_by_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changed_by_id UUID NULL,
  changed_by_name VARCHAR(200) NOT NULL,
  PRIMARY KEY (plugin_id)
);

CREATE TABLE plugin_value (
  plugin_id VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value_key VARCHAR(190) COLLATE utf8mb4_nopad_bin NOT NULL,
  value LONGTEXT NOT NULL,
  PRIMARY KEY (plugin_id, value_key)
);

-- Importing: one row per uploaded file. Everything that a chunk of a run changes here (rows_done and
-- the counters) is committed together with the customers of that chunk.
CREATE TABLE import_run (
  id UUID NOT NULL PRIMARY KEY,
  file_name VARCHAR(255) NOT NULL,
  size BIGINT NOT NULL,
  state VARCHAR(12) NOT NULL,
  attempt INT NOT NULL DEFAULT 0 COMMENT 'grows each time a job takes the run; an older job may not commit any more',
  plan LONGTEXT NOT NULL COMMENT 'JSON: shape of the file, columns, mapping, preview, match, onMatch, onNew',
  rows_done BIGINT NOT NULL DEFAULT 0,
  rows_total BIGINT NULL,
  created_count BIGINT NOT NULL DEFAULT 0,
  updated_count BIGINT NOT NULL DEFAULT 0,
  skipped_count BIGINT NOT NULL DEFAULT 0,
  rejected_count BIGINT NOT NULL DEFAULT 0,
  check_result LONGTEXT NULL COMMENT 'JSON of the last dry run',
  failure LONGTEXT NULL COMMENT 'JSON: what stopped it, in vi and en',
  created_at DATETIME(6) NOT NULL,
  created_by LONGTEXT NOT NULL COMMENT 'JSON actor',
  started_at DATETIME(6) NULL,
  started_by LONGTEXT NULL COMMENT 'JSON actor, for whom the job works',
  resumed_at DATETIME(6) NULL,
  resumed_rows BIGINT NOT NULL DEFAULT 0 COMMENT 'rows_done when the job last took the run, for the time left',
  finished_at DATETIME(6) NULL,
  KEY import_run_created (created_at, id)
);

CREATE TABLE import_rejected_row (
  run_id UUID NOT NULL,
  row_no BIGINT NOT NULL,
  reasons LONGTEXT NOT NULL COMMENT 'JSON: [{field, code, message: {vi, en}}]',
  row_values LONGTEXT NOT NULL COMMENT 'JSON: the cells as they were in the file',
  PRIMARY KEY (run_id, row_no),
  CONSTRAINT import_rejected_row_run FOREIGN KEY (run_id) REFERENCES import_run (id) ON DELETE CASCADE
);

CREATE TABLE import_mapping (
  heading_set CHAR(64) NOT NULL PRIMARY KEY COMMENT 'SHA-256 of the folded headings',
  mapping LONGTEXT NOT NULL COMMENT 'JSON: field by folded heading, match, onMatch, onNew',
  used_at DATETIME(6) NOT NULL
);

-- Facts: the outbox. A fact is written in the transaction of the change it tells and leaves when every
-- listener has it. Facts commit out of sequence order, so the relay goes by the flag, never by a
-- high-water mark.
CREATE TABLE fact (
  seq BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  id UUID NOT NULL,
  type VARCHAR(80) NOT NULL,
  record_type VARCHAR(40) NOT NULL,
  record_id UUID NOT NULL,
  at DATETIME(6) NOT NULL COMMENT 'UTC',
  actor_kind VARCHAR(12) NOT NULL,
  actor_id UUID NULL,
  actor_name VARCHAR(200) NOT NULL,
  payload LONGTEXT NOT NULL COMMENT 'JSON',
  dispatched BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'what is owed to listeners is in fact_delivery',
  KEY fact_dispatched (dispatched, seq)
);

CREATE TABLE fact_delivery (
  listener VARCHAR(100) NOT NULL,
  fact_seq BIGINT NOT NULL,
  record_id UUID NOT NULL,
  attempts INT NOT NULL DEFAULT 0,
  due_at DATETIME(6) NULL COMMENT 'UTC; null: a dead letter, nobody tries any more',
  error TEXT NULL COMMENT 'of the last attempt',
  failed_at DATETIME(6) NULL COMMENT 'UTC, of the last attempt',
  PRIMARY KEY (listener, fact_seq),
  KEY fact_delivery_fact (fact_seq),
  KEY fact_delivery_due (listener, due_at),
  KEY fact_delivery_record (listener, record_id, fact_seq)
);

-- One node at a time works on a lane (the dispatch, or one listener's queue). A node that died loses
-- its lanes when their time is up.
CREATE TABLE fact_lane (
  lane VARCHAR(110) NOT NULL PRIMARY KEY,
  holder UUID NOT NULL COMMENT 'of one run of one node',
  held_until DATETIME(6) NOT NULL COMMENT 'UTC by the clock of the database'
);

-- History: what people read. Written from facts by the listener of the same name.
CREATE TABLE customer_history (
  customer_id UUID NOT NULL,
  fact_seq BIGINT NOT NULL,
  fact_id UUID NOT NULL,
  type VARCHAR(80) NOT NULL,
  at DATETIME(6) NOT NULL COMMENT 'UTC',
  actor_kind VARCHAR(12) NOT NULL,
  actor_id UUID NULL,
  actor_name VARCHAR(200) NOT NULL,
  payload LONGTEXT NOT NULL COMMENT 'JSON: changes, source',
  PRIMARY KEY (customer_id, fact_seq, fact_id)
);

-- Answers to requests that must not happen twice, for a day.
CREATE TABLE idempotency_key (
  caller VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  idempotency_key VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_hash BINARY(32) NOT NULL,
  status SMALLINT NULL COMMENT 'null only inside the transaction that is making the answer',
  location VARCHAR(500) NULL,
  etag VARCHAR(100) NULL,
  body LONGTEXT NULL,
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (caller, idempotency_key),
  KEY idempotency_key_created (created_at)
);
