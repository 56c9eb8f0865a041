-- A session gets a new token when its person proves again to be the one. Requests that were on their
-- way with the one before are answered for a moment; other windows keep their CSRF token.
ALTER TABLE session
  ADD COLUMN previous_hash BINARY(32) COMMENT 'of the token before',
  ADD COLUMN replaced_at DATETIME(6) COMMENT 'when the token before was replaced',
  ADD COLUMN csrf_token VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin
    COMMENT 'null: it follows from the token',
  ADD KEY (previous_hash);

-- From where somebody has signed in, so that who tries from elsewhere cannot keep them out.
CREATE TABLE known_address (
  account_id UUID NOT NULL,
  address VARCHAR(45) NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (account_id, address),
  FOREIGN KEY (account_id) REFERENCES account (id)
);
