-- Fields that the workspace makes itself, and what is done with fields.

ALTER TABLE field
  ADD COLUMN version INT NOT NULL DEFAULT 1,
  ADD COLUMN added_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'UTC',
  ADD COLUMN put_away_at DATETIME(6) NULL COMMENT 'UTC; the workspace has retired it, whoever owns it',
  ADD COLUMN work LONGTEXT NULL COMMENT 'JSON: the long work on it that runs or ran last';

-- Which record has a value of a field that is unique. Not a unique index on the virtual column: that is
-- cut at 255 characters, counts values of fields that are hidden, costs one of 64 indexes, and could not
-- be had on fields whose values repeat already. A writer claims its values in its own transaction, so the
-- primary key decides between two.
CREATE TABLE field_unique (
  field_id INT NOT NULL,
  -- the value in a form in which equal ones are equal; the SHA-256 of a long one
  value_key VARCHAR(190) COLLATE utf8mb4_nopad_bin NOT NULL,
  record_id UUID NOT NULL,
  PRIMARY KEY (field_id, value_key),
  KEY field_unique_record (record_id)
);

-- Values that a field could not take: of its type before, or the same as another record's.
CREATE TABLE field_misfit (
  field_id INT NOT NULL,
  record_id UUID NOT NULL,
  reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value LONGTEXT NOT NULL COMMENT 'JSON',
  PRIMARY KEY (field_id, record_id)
);

CREATE TABLE field_layout (
  record_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- empty: for every stage that has none of its own. The row of the stage # is the fence of the record
  -- type: who writes values holds it shared from before it reads the catalogue; who must know that all
  -- writers have a change of the catalogue changes it.
  stage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT NOT NULL,
  definition LONGTEXT NOT NULL COMMENT 'JSON: sections, hidden',
  PRIMARY KEY (record_type, stage)
);

INSERT INTO field_layout (record_type, stage, version, definition)
VALUES ('customer', '#', 1, '{}'), ('order', '#', 1, '{}'), ('interaction', '#', 1, '{}'),
  ('feedback', '#', 1, '{}'), ('task', '#', 1, '{}');

-- When each field was last used in which way; at most one write a day, way and server.
CREATE TABLE field_use (
  record_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  field_key VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  way VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_on DATE NOT NULL,
  amount BIGINT NULL COMMENT 'where the way is a count: of records with a value',
  PRIMARY KEY (record_type, field_key, way)
);
