-- What a workspace asks of those who sign in. No row: what the installation's settings say.
CREATE TABLE sign_in_policy (
  tenant_id UUID NOT NULL PRIMARY KEY,
  idle_minutes INT NOT NULL,
  absolute_minutes INT NOT NULL,
  most_sessions INT,
  confirm_minutes INT NOT NULL,
  version INT NOT NULL,
  FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);

ALTER TABLE session
  ADD COLUMN confirmed_at DATETIME(6) COMMENT 'when the person last proved to be the one';
UPDATE session SET confirmed_at = created_at;
ALTER TABLE session MODIFY COLUMN confirmed_at DATETIME(6) NOT NULL
  COMMENT 'when the person last proved to be the one';

ALTER TABLE api_key ADD COLUMN last_used_from VARCHAR(45);
