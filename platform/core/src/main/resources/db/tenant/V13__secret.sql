-- Sensitive fields: their values are stored encrypted, each under the key of its customer.

-- Deleted with the customer. Belongs into backups of its own, which are kept for days only: without
-- it a backup of the rest tells nobody's sensitive values.
CREATE TABLE customer_key (
  -- all zeros: for what is no customer's
  customer_id UUID NOT NULL PRIMARY KEY,
  generation INT NOT NULL COMMENT 'of the workspace key that wraps it',
  wrapped VARBINARY(100) NOT NULL,
  KEY customer_key_generation (generation)
);

-- One row. Who wraps a key holds it shared until the end of the transaction; who makes another
-- workspace key take over changes it, and knows then that everybody wraps with the new one.
CREATE TABLE secret_state (
  id TINYINT NOT NULL PRIMARY KEY,
  generation INT NOT NULL COMMENT 'of the workspace key that wraps now',
  work LONGTEXT NULL COMMENT 'JSON: the rotation that runs or ran last'
);
INSERT INTO secret_state (id, generation) VALUES (1, 1);

-- Which records have an equal value in one field, and not which value. A keyed mark of the record
-- type, the field and the value.
CREATE TABLE secret_index (
  mark BINARY(16) NOT NULL,
  record_id UUID NOT NULL,
  PRIMARY KEY (mark, record_id),
  KEY secret_index_record (record_id)
);

-- Whether all its values are stored encrypted. Of one that was sensitive before, a job sees to it.
ALTER TABLE field ADD COLUMN sealed BOOLEAN NOT NULL DEFAULT FALSE;
