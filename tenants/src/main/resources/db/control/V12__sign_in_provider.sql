-- The OpenID Connect provider whose word a workspace takes for who somebody is.
CREATE TABLE sign_in_provider (
  id UUID NOT NULL PRIMARY KEY COMMENT 'a new one with another issuer or client: sessions by the one before end',
  tenant_id UUID NOT NULL UNIQUE,
  issuer VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  client_id VARCHAR(255) COLLATE utf8mb4_bin NOT NULL,
  client_secret VARBINARY(2000) NOT NULL COMMENT 'wrapped by the master key',
  label VARCHAR(120) NOT NULL,
  domains VARCHAR(2000) NOT NULL COMMENT 'one a line',
  join_role VARCHAR(40) COMMENT 'of who comes for the first time; null: nobody joins by coming',
  only_way BOOLEAN NOT NULL COMMENT 'whether all but owners have to come by it',
  version INT NOT NULL,
  FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);

-- Whose account a provider's subject is, in this workspace alone.
CREATE TABLE provider_identity (
  tenant_id UUID NOT NULL,
  issuer VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(255) COLLATE utf8mb4_bin NOT NULL,
  account_id UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  last_used_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, issuer, subject),
  KEY (account_id),
  FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  FOREIGN KEY (account_id) REFERENCES account (id)
);

-- Who was sent to a provider and is expected back; deleted at the return, so that no answer is taken twice.
CREATE TABLE provider_attempt (
  state_hash BINARY(32) NOT NULL PRIMARY KEY,
  provider_id UUID NOT NULL,
  verifier_hash BINARY(32) NOT NULL COMMENT 'of what the browser keeps',
  nonce VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  session_id UUID COMMENT 'which one is to be confirmed; null: somebody signs in',
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  KEY (expires_at)
);

ALTER TABLE session ADD COLUMN provider_id UUID COMMENT 'by which provider somebody came in; then it is good for its workspace alone';
ALTER TABLE account MODIFY COLUMN password_hash VARCHAR(255) COMMENT 'null: none, somebody comes in by a provider';
