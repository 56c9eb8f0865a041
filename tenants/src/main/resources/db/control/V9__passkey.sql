CREATE TABLE passkey (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL,
  credential_id VARBINARY(1023) NOT NULL UNIQUE,
  credential VARBINARY(3000) NOT NULL COMMENT 'attested credential data as WebAuthn writes it: public, no secret',
  sign_count BIGINT NOT NULL,
  backup_eligible BOOLEAN NOT NULL,
  backed_up BOOLEAN NOT NULL,
  name VARCHAR(120) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  last_used_at DATETIME(6),
  FOREIGN KEY (account_id) REFERENCES account (id)
);

-- What a browser was asked to sign; deleted when it has, so that no answer is taken twice.
CREATE TABLE passkey_challenge (
  challenge_hash BINARY(32) NOT NULL PRIMARY KEY,
  purpose VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id UUID,
  expires_at DATETIME(6) NOT NULL,
  KEY (expires_at),
  FOREIGN KEY (account_id) REFERENCES account (id)
);
