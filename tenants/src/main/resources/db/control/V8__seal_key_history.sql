-- A workspace's key to seal with can be changed for a new one. What an older one has sealed it goes on
-- to vouch for; its private half is forgotten.
ALTER TABLE seal_key
  ADD COLUMN number INT NOT NULL DEFAULT 1 AFTER tenant_id,
  ADD COLUMN after_seq BIGINT NOT NULL DEFAULT 0 COMMENT 'it seals what comes after this entry',
  ADD COLUMN vouched VARBINARY(64) NULL COMMENT 'signature of the key before over this one',
  MODIFY COLUMN private_key VARBINARY(200) NULL COMMENT 'PKCS #8, under quen.audit.key; null: it seals no more',
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (tenant_id, number);
