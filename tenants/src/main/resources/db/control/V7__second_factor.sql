-- The secret of an authenticator application, wrapped by the master key. Asked for once it is confirmed.
CREATE TABLE totp (
  account_id UUID NOT NULL PRIMARY KEY,
  secret VARBINARY(500) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  confirmed_at DATETIME(6),
  last_step BIGINT NOT NULL DEFAULT 0 COMMENT 'the step of the last code that was taken: none is taken twice',
  FOREIGN KEY (account_id) REFERENCES account (id)
);

CREATE TABLE recovery_code (
  account_id UUID NOT NULL,
  code_hash BINARY(32) NOT NULL,
  used_at DATETIME(6),
  PRIMARY KEY (account_id, code_hash),
  FOREIGN KEY (account_id) REFERENCES account (id)
);

ALTER TABLE session ADD COLUMN second_factor BOOLEAN NOT NULL DEFAULT FALSE
  COMMENT 'whether more than the password was proved';
ALTER TABLE sign_in_policy ADD COLUMN second_factor BOOLEAN NOT NULL DEFAULT FALSE;
