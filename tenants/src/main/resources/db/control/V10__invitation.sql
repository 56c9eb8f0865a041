-- Whether the person of an account has shown that letters to its address reach them.
ALTER TABLE account ADD COLUMN email_proven_at DATETIME(6)
  COMMENT 'null: anybody could have written this address';

-- Who was asked into a workspace and has not come yet.
CREATE TABLE invitation (
  id UUID NOT NULL PRIMARY KEY,
  tenant_id UUID NOT NULL,
  email VARCHAR(254) COLLATE utf8mb4_bin NOT NULL,
  role VARCHAR(40) NOT NULL,
  token_hash BINARY(32) NOT NULL UNIQUE,
  mailed BOOLEAN NOT NULL COMMENT 'who has the token reads the mail of the address',
  invited_by UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  UNIQUE KEY (tenant_id, email),
  FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  FOREIGN KEY (invited_by) REFERENCES account (id)
);

-- The code that was last mailed to somebody who signs up.
CREATE TABLE email_code (
  email VARCHAR(254) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  code_hash BINARY(32) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  KEY (expires_at)
);
