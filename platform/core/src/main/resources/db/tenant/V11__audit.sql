-- The trail lies in a schema of its own: MariaDB's grants only add up, so what the workspace's role
-- may do in the first schema it may do with every table there. Here it may read and add.
CREATE DATABASE IF NOT EXISTS `${audit}` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS `${audit}`.audit_entry (
  seq BIGINT NOT NULL,
  -- never goes back from one entry to the next
  at DATETIME(6) NOT NULL,
  actor_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor_id UUID NULL,
  actor_name VARCHAR(200) NOT NULL,
  behalf_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  behalf_id UUID NULL,
  behalf_name VARCHAR(200) NULL,
  act VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  record_id UUID NULL,
  customer_id UUID NULL,
  -- as it was written, byte for byte: it is hashed
  changes LONGTEXT NULL,
  why VARCHAR(500) NULL,
  address VARCHAR(45) NULL,
  client VARCHAR(300) NULL,
  previous_hash BINARY(32) NOT NULL,
  hash BINARY(32) NOT NULL,
  PRIMARY KEY (seq),
  KEY audit_entry_at (at),
  KEY audit_entry_actor (actor_id, seq),
  KEY audit_entry_act (act, seq),
  KEY audit_entry_record (record_id, seq),
  KEY audit_entry_customer (customer_id, seq)
);

CREATE TABLE IF NOT EXISTS `${audit}`.audit_checkpoint (
  seq BIGINT NOT NULL PRIMARY KEY,
  hash BINARY(32) NOT NULL,
  at DATETIME(6) NOT NULL,
  signature BINARY(64) NOT NULL
);

GRANT SELECT, INSERT ON `${audit.pattern}`.* TO `${role}`;

-- Where the trail ends; whoever adds to it locks this row, last of all.
CREATE TABLE IF NOT EXISTS audit_head (
  id TINYINT NOT NULL PRIMARY KEY,
  seq BIGINT NOT NULL,
  hash BINARY(32) NOT NULL,
  at DATETIME(6) NOT NULL
);
INSERT IGNORE INTO audit_head (id, seq, hash, at) VALUES (1, 0, REPEAT('\0', 32), '2000-01-01');
