-- No task without a source. Where one came from before is told by who made it.
ALTER TABLE task ADD COLUMN source_id UUID NULL;
UPDATE task SET source_id = CASE created_by_kind
    WHEN 'API_KEY' THEN '00000000-0000-7000-8000-000000000004'
    WHEN 'PLUGIN' THEN '00000000-0000-7000-8000-000000000005'
    ELSE '00000000-0000-7000-8000-000000000001' END;
ALTER TABLE task MODIFY COLUMN source_id UUID NOT NULL, ADD CONSTRAINT task_source FOREIGN KEY (source_id) REFERENCES source (id);
