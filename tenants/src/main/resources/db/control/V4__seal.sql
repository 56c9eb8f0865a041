-- What a workspace's trail is sealed with, and its seals: kept apart from the trail, so that who can
-- change the one cannot change the other.
CREATE TABLE seal_key (
  tenant_id UUID NOT NULL PRIMARY KEY,
  public_key VARBINARY(100) NOT NULL COMMENT 'Ed25519, SubjectPublicKeyInfo',
  private_key VARBINARY(200) NOT NULL COMMENT 'PKCS #8, under quen.audit.key',
  created_at DATETIME(6) NOT NULL,
  FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);

CREATE TABLE seal (
  tenant_id UUID NOT NULL,
  seq BIGINT NOT NULL,
  hash BINARY(32) NOT NULL,
  at DATETIME(6) NOT NULL,
  signature BINARY(64) NOT NULL,
  -- those that are not kept go when a later one is there
  kept BOOLEAN NOT NULL,
  PRIMARY KEY (tenant_id, seq),
  FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);
