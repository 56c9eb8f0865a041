-- Working with many: what runs did and how it can be undone, saved views, exports, attachments.

-- A bulk edit, or the undoing of a bulk edit or an import. What a chunk changes here is committed
-- together with its customers.
CREATE TABLE bulk_run (
  id UUID NOT NULL PRIMARY KEY,
  kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'edit, undo-bulk, undo-import',
  of_run UUID NULL COMMENT 'what is undone',
  title VARCHAR(255) NULL COMMENT 'name of the imported file that is undone',
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempt INT NOT NULL COMMENT 'grows each time a job takes the run; an older job commits nothing',
  plan LONGTEXT NOT NULL COMMENT 'JSON: what is to be changed, and of whom',
  preview LONGTEXT NOT NULL COMMENT 'JSON',
  gathered BOOLEAN NOT NULL COMMENT 'whether it is settled whom it concerns',
  position VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'how far it is: cursor of the list while gathering, then id of a customer',
  total BIGINT NULL,
  done BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  trashed BIGINT NOT NULL,
  unchanged BIGINT NOT NULL,
  refused BIGINT NOT NULL COMMENT 'of an undoing: what was kept',
  failure LONGTEXT NULL COMMENT 'JSON: what stopped it, in vi and en',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  created_by LONGTEXT NOT NULL COMMENT 'JSON actor',
  started_at DATETIME(6) NULL,
  started_by LONGTEXT NULL COMMENT 'JSON actor, for whom the job works',
  finished_at DATETIME(6) NULL,
  KEY bulk_run_of (of_run)
);

-- What a run left alone, and why.
CREATE TABLE run_note (
  run_id UUID NOT NULL,
  position BIGINT NOT NULL,
  customer_id UUID NOT NULL,
  note LONGTEXT NOT NULL COMMENT 'JSON: name, and problems by field',
  PRIMARY KEY (run_id, position)
);

-- Whom a bulk edit concerns, and what imports and bulk edits did to each customer.
CREATE TABLE change_before (
  run_id UUID NOT NULL,
  customer_id UUID NOT NULL,
  made CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'digest of the content with which the run made the customer',
  changes LONGTEXT NULL COMMENT 'JSON: field: [before, after]; null: not changed (yet)',
  undone BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (run_id, customer_id)
);
