-- No order, interaction or feedback without a source. Where one came from before is told by its
-- history, else by who made it.
UPDATE sales_order SET source_id = CASE
    WHEN JSON_VALUE(history, '$[0].source.kind') = 'import' THEN '00000000-0000-7000-8000-000000000003'
    WHEN created_by_kind = 'API_KEY' THEN '00000000-0000-7000-8000-000000000004'
    WHEN created_by_kind = 'PLUGIN' THEN '00000000-0000-7000-8000-000000000005'
    ELSE '00000000-0000-7000-8000-000000000001' END
  WHERE source_id IS NULL OR source_id NOT IN (SELECT id FROM source);
ALTER TABLE sales_order MODIFY COLUMN source_id UUID NOT NULL, ADD CONSTRAINT order_source FOREIGN KEY (source_id) REFERENCES source (id);

ALTER TABLE interaction ADD COLUMN source_id UUID NULL;
UPDATE interaction SET source_id = CASE created_by_kind
    WHEN 'API_KEY' THEN '00000000-0000-7000-8000-000000000004'
    WHEN 'PLUGIN' THEN '00000000-0000-7000-8000-000000000005'
    ELSE '00000000-0000-7000-8000-000000000001' END;
ALTER TABLE interaction MODIFY COLUMN source_id UUID NOT NULL, ADD CONSTRAINT interaction_source FOREIGN KEY (source_id) REFERENCES source (id);

ALTER TABLE feedback ADD COLUMN source_id UUID NULL;
UPDATE feedback SET source_id = CASE
    WHEN answer_key IS NOT NULL THEN '00000000-0000-7000-8000-000000000002'
    WHEN created_by_kind = 'API_KEY' THEN '00000000-0000-7000-8000-000000000004'
    WHEN created_by_kind = 'PLUGIN' THEN '00000000-0000-7000-8000-000000000005'
    ELSE '00000000-0000-7000-8000-000000000001' END;
ALTER TABLE feedback MODIFY COLUMN source_id UUID NOT NULL, ADD CONSTRAINT feedback_source FOREIGN KEY (source_id) REFERENCES source (id);
