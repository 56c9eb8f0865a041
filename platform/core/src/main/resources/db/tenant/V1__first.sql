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
