-- Lists under a name, files that are made, files at records.

-- A list as somebody likes to see it.
CREATE TABLE saved_view (
  id UUID NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  record_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(120) NOT NULL,
  shared BOOLEAN NOT NULL COMMENT 'whether the whole workspace sees it',
  owner VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'kind and id of who made it',
  definition LONGTEXT NOT NULL COMMENT 'JSON: query, columns, density',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  created_by LONGTEXT NOT NULL COMMENT 'JSON actor',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  KEY saved_view_of (record_type, shared, owner)
);

-- A file that is made, kept for a day.
CREATE TABLE export_run (
  id UUID NOT NULL PRIMARY KEY,
  record_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  format VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owner VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'kind and id of who asked; nobody else sees it',
  query LONGTEXT NOT NULL COMMENT 'JSON',
  columns LONGTEXT NOT NULL COMMENT 'JSON: field keys; empty for all',
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  done BIGINT NOT NULL COMMENT 'rows',
  file_name VARCHAR(255) NULL,
  media_type VARCHAR(120) NULL,
  size BIGINT NULL,
  failure LONGTEXT NULL COMMENT 'JSON: what stopped it, in vi and en',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  created_by LONGTEXT NOT NULL COMMENT 'JSON actor, for whom the job works',
  finished_at DATETIME(6) NULL,
  expires_at DATETIME(6) NULL COMMENT 'when the file goes',
  KEY export_run_of (owner, id)
);

-- A file at a record. The content is in the folder of the tenant under its digest, once for all
-- records that have it.
CREATE TABLE attachment (
  id UUID NOT NULL PRIMARY KEY,
  record_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_id UUID NOT NULL,
  file_name VARCHAR(255) NOT NULL,
  media_type VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'told by the content',
  size BIGINT NOT NULL,
  content CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the content',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  created_by LONGTEXT NOT NULL COMMENT 'JSON actor',
  KEY attachment_of (record_type, record_id, id),
  KEY attachment_content (content)
);
