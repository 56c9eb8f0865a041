-- What who asked for a file saw when it was written: who sees something else by now does not get it.
ALTER TABLE export_run
  ADD COLUMN sight VARCHAR(130) CHARACTER SET ascii COLLATE ascii_bin NULL;

-- The same of an answer that is kept for who repeats the request.
ALTER TABLE idempotency_key
  ADD COLUMN sight CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL;

-- A hand-over changes records of several kinds: of which kind each is. Null: what the run changes.
ALTER TABLE change_before
  ADD COLUMN record_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL;

-- Drafts of hand-overs name who gets each record before anything is changed.
CREATE TABLE handed_record (
  run_id UUID NOT NULL,
  record_id UUID NOT NULL,
  record_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  to_member UUID NOT NULL,
  PRIMARY KEY (run_id, record_id),
  KEY handed_to (to_member, run_id, record_id)
);
