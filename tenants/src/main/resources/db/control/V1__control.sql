CREATE TABLE cell (
  name VARCHAR(40) NOT NULL PRIMARY KEY,
  takes_tenants BOOLEAN NOT NULL DEFAULT TRUE
);
INSERT INTO cell (name) VALUES ('main');

CREATE TABLE tenant (
  id UUID NOT NULL PRIMARY KEY,
  slug VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  name VARCHAR(120) NOT NULL,
  industry VARCHAR(40) NOT NULL,
  language CHAR(2) NOT NULL,
  state VARCHAR(20) NOT NULL,
  state_reason VARCHAR(500),
  cell VARCHAR(40) NOT NULL,
  schema_version VARCHAR(50),
  created_at DATETIME(6) NOT NULL,
  FOREIGN KEY (cell) REFERENCES cell (name)
);

CREATE TABLE account (
  id UUID NOT NULL PRIMARY KEY,
  email VARCHAR(254) COLLATE utf8mb4_bin NOT NULL UNIQUE,
  name VARCHAR(120) NOT NULL,
  language CHAR(2) NOT NULL,
  password_hash VARCHAR(255) NOT NULL,
  password_changed_at DATETIME(6) NOT NULL,
  created_at DATETIME(6) NOT NULL
);

CREATE TABLE membership (
  account_id UUID NOT NULL,
  tenant_id UUID NOT NULL,
  role VARCHAR(40) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  entered_at DATETIME(6) NOT NULL COMMENT 'when the account last chose this workspace',
  PRIMARY KEY (account_id, tenant_id),
  FOREIGN KEY (account_id) REFERENCES account (id),
  FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);

CREATE TABLE session (
  id UUID NOT NULL PRIMARY KEY,
  token_hash BINARY(32) NOT NULL UNIQUE,
  account_id UUID NOT NULL,
  tenant_id UUID,
  address VARCHAR(45) NOT NULL,
  user_agent VARCHAR(300),
  created_at DATETIME(6) NOT NULL,
  last_seen_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  KEY (expires_at),
  FOREIGN KEY (account_id) REFERENCES account (id),
  FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);

CREATE TABLE api_key (
  id UUID NOT NULL PRIMARY KEY,
  tenant_id UUID NOT NULL,
  prefix VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  secret_hash BINARY(32) NOT NULL,
  name VARCHAR(120) NOT NULL,
  permissions VARCHAR(2000) NOT NULL COMMENT 'one a line',
  created_by UUID,
  created_at DATETIME(6) NOT NULL,
  last_used_at DATETIME(6),
  expires_at DATETIME(6),
  FOREIGN KEY (tenant_id) REFERENCES tenant (id),
  FOREIGN KEY (created_by) REFERENCES account (id)
);

CREATE TABLE operator (
  id UUID NOT NULL PRIMARY KEY,
  name VARCHAR(120) NOT NULL,
  token_hash BINARY(32) NOT NULL UNIQUE,
  created_at DATETIME(6) NOT NULL
);

CREATE TABLE operator_log (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at DATETIME(6) NOT NULL,
  operator_id UUID NOT NULL,
  operator_name VARCHAR(120) NOT NULL,
  action VARCHAR(40) NOT NULL,
  tenant_id UUID NOT NULL,
  slug VARCHAR(40) NOT NULL,
  detail VARCHAR(500)
);

-- as db-scheduler wants it
CREATE TABLE scheduled_tasks (
  task_name VARCHAR(100) NOT NULL,
  task_instance VARCHAR(150) NOT NULL,
  task_data MEDIUMBLOB,
  execution_time TIMESTAMP(6) NULL DEFAULT NULL,
  picked BOOLEAN NOT NULL,
  picked_by VARCHAR(50),
  last_success TIMESTAMP(6) NULL DEFAULT NULL,
  last_failure TIMESTAMP(6) NULL DEFAULT NULL,
  consecutive_failures INT,
  last_heartbeat TIMESTAMP(6) NULL DEFAULT NULL,
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance),
  KEY (execution_time),
  KEY (last_heartbeat)
);
