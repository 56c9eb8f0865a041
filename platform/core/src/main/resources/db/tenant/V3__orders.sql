-- What a workspace sells: orders with their lines and payments, what follows from them for each
-- customer, and the workspace's own settings.

CREATE TABLE setting (
  name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value LONGTEXT NOT NULL COMMENT 'JSON',
  PRIMARY KEY (name)
);

-- Amounts of a return that stands alone (nobody knows of which order) are negative, as are its
-- quantities, so that sums need no case.
CREATE TABLE sales_order (
  id UUID NOT NULL,
  version INT NOT NULL,
  number VARCHAR(60) NOT NULL,
  -- the number without the difference of case; the trash keeps its numbers
  number_key VARCHAR(60) COLLATE utf8mb4_nopad_bin NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sale or return',
  customer_id UUID NULL,
  placed_at DATETIME(6) NOT NULL COMMENT 'UTC',
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  channel VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  store VARCHAR(120) NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  discount DECIMAL(19,4) NOT NULL,
  shipping DECIMAL(19,4) NOT NULL,
  tax DECIMAL(19,4) NOT NULL,
  total DECIMAL(19,4) NOT NULL,
  paid DECIMAL(19,4) NOT NULL,
  returned DECIMAL(19,4) NOT NULL,
  line_count INT NOT NULL,
  return_count INT NOT NULL,
  returns LONGTEXT NULL COMMENT 'JSON: [{at, lines: [{position, quantity}], amount, reason}]',
  note TEXT NULL,
  source_id UUID NULL,
  field_values JSON NULL,
  -- the import that wrote the lines; it may add to them, a later one replaces them
  import_id UUID NULL,
  history LONGTEXT NOT NULL COMMENT 'JSON: what happened to it, oldest first',
  created_at DATETIME(6) NOT NULL,
  created_by_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_by_id UUID NULL,
  created_by_name VARCHAR(200) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  updated_by_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  updated_by_id UUID NULL,
  updated_by_name VARCHAR(200) NOT NULL,
  deleted BOOLEAN AS (deleted_at IS NOT NULL) PERSISTENT,
  deleted_at DATETIME(6) NULL,
  deleted_by_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  deleted_by_id UUID NULL,
  deleted_by_name VARCHAR(200) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY sales_order_number (number_key),
  KEY sales_order_by_customer (customer_id, deleted, placed_at),
  KEY sales_order_by_place (deleted, placed_at),
  KEY sales_order_by_total (deleted, total),
  KEY sales_order_by_update (deleted, updated_at)
);

CREATE TABLE order_line (
  order_id UUID NOT NULL,
  position INT NOT NULL,
  sku VARCHAR(60) NULL,
  name VARCHAR(300) NULL,
  quantity DECIMAL(19,4) NOT NULL,
  unit_price DECIMAL(19,6) NOT NULL,
  discount DECIMAL(19,4) NOT NULL,
  tax DECIMAL(19,4) NOT NULL,
  total DECIMAL(19,4) NOT NULL,
  returned_quantity DECIMAL(19,4) NOT NULL,
  PRIMARY KEY (order_id, position)
);

CREATE TABLE order_payment (
  order_id UUID NOT NULL,
  position INT NOT NULL,
  at DATETIME(6) NOT NULL COMMENT 'UTC',
  method VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount DECIMAL(19,4) NOT NULL,
  reference VARCHAR(120) NULL,
  PRIMARY KEY (order_id, position)
);

-- What follows for a customer from its orders, interactions and feedback. Computed anew in the
-- transaction of each change, never counted up and down. NULL where there is nothing, so that those
-- customers come last in every order.
CREATE TABLE customer_rollup (
  customer_id UUID NOT NULL,
  orders INT NULL,
  returns INT NULL,
  spend DECIMAL(19,4) NULL,
  average DECIMAL(19,4) NULL,
  first_order_at DATETIME(6) NULL,
  last_order_at DATETIME(6) NULL,
  open_complaints INT NULL,
  last_satisfaction DECIMAL(5,2) NULL,
  last_satisfaction_kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
  last_satisfaction_at DATETIME(6) NULL,
  last_interaction_at DATETIME(6) NULL,
  PRIMARY KEY (customer_id),
  KEY orders (orders),
  KEY returns (returns),
  KEY spend (spend),
  KEY average (average),
  KEY first_order_at (first_order_at),
  KEY last_order_at (last_order_at),
  KEY open_complaints (open_complaints),
  KEY last_satisfaction (last_satisfaction),
  KEY last_interaction_at (last_interaction_at)
);
