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
