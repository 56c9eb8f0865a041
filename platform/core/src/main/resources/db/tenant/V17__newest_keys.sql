-- Sensitive values move to newer keys of their customers, and their marks to a newer key of the
-- workspace, while people work.

ALTER TABLE customer_key
  ADD COLUMN version INT NOT NULL DEFAULT 1 COMMENT 'grows; values say under which they are' AFTER customer_id,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (customer_id, version);

ALTER TABLE secret_index
  ADD COLUMN generation INT NOT NULL DEFAULT 1 COMMENT 'of the key that made the mark';

ALTER TABLE secret_state
  DROP COLUMN work,
  ADD COLUMN version INT NOT NULL DEFAULT 1 COMMENT 'of the customers\' keys that encrypt now',
  ADD COLUMN marking INT NOT NULL DEFAULT 1 COMMENT 'generation of the key that marks now',
  ADD COLUMN marked INT NULL COMMENT 'the generation before, while there may be marks of it';

-- One row: how far the renewal is that runs or ran last. Not in secret_state, which every writer
-- reads and nobody may change often.
CREATE TABLE secret_renewal (
  id TINYINT NOT NULL PRIMARY KEY,
  work LONGTEXT NOT NULL COMMENT 'JSON'
);

-- What an import or a bulk edit keeps of some customers is changed with them.
ALTER TABLE change_before ADD KEY change_before_customer (customer_id);
