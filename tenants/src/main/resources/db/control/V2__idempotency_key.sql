CREATE TABLE idempotency_key (
  id BINARY(32) NOT NULL PRIMARY KEY COMMENT 'SHA-256 of who asks, what for, and the key',
  request_hash BINARY(32) NOT NULL COMMENT 'without passwords, which a fast hash would give away',
  made UUID NOT NULL COMMENT 'the workspace or account that the request made',
  created_at DATETIME(6) NOT NULL,
  KEY (created_at)
);
