-- Links for people without an account: what a token opens, and in which tenant. What it is for is
-- the tenant's own business.
CREATE TABLE public_link (
  token_hash BINARY(32) NOT NULL PRIMARY KEY,
  id UUID NOT NULL,
  tenant_id UUID NOT NULL,
  purpose VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  data VARCHAR(1000) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NULL,
  KEY (expires_at),
  FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);
