-- The keys of workspaces, wrapped by the master key, which is not in the database. Of the wrapping
-- keys there are two while one takes over from the other.
CREATE TABLE workspace_key (
  tenant_id UUID NOT NULL,
  purpose VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'wrapping, index',
  generation INT NOT NULL,
  keyset VARBINARY(1000) NOT NULL COMMENT 'Tink keyset, under quen.master-key',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (tenant_id, purpose, generation),
  FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);
