-- 物资: what a township keeps for its children. The ledger is only ever written on; a mistake gets a counter-entry.
CREATE TABLE goods_item (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  township_code VARCHAR(12) NOT NULL,
  name          VARCHAR(100) NOT NULL,
  measure       VARCHAR(8)  NOT NULL,
  stock         INT         NOT NULL DEFAULT 0 COMMENT 'always the sum of its entries',
  entries       INT         NOT NULL DEFAULT 0 COMMENT 'how many there are, and the number of the last one',
  UNIQUE KEY uk_goods_item (township_code, name, measure) COMMENT 'one shelf per thing; for the stock of a place',
  CONSTRAINT ck_goods_stock CHECK (stock >= 0)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '物资';

CREATE TABLE goods_entry (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item_id        BIGINT       NOT NULL,
  nth            INT          NOT NULL COMMENT 'in the ledger of the item, without a gap',
  kind           VARCHAR(16)  NOT NULL COMMENT 'RECEIVED, ISSUED, CORRECTION',
  quantity       INT          NOT NULL COMMENT 'more or less by so many',
  stock_after    INT          NOT NULL,
  on_day         DATE         NOT NULL,
  source         VARCHAR(80)  NULL COMMENT 'from whom it came',
  docking_id     BIGINT       NULL COMMENT 'the docked offer it came from',
  child_id       BIGINT       NULL COMMENT 'a child of the household it went to',
  household_id   BIGINT       NULL,
  receiver_sealed VARCHAR(400) NULL COMMENT 'who signed for it',
  occasion       VARCHAR(60)  NULL COMMENT 'what for: a festival, a condolence visit, a need',
  corrects_id    BIGINT       NULL COMMENT 'the entry this one counters',
  reason         VARCHAR(200) NULL,
  entered_by     BIGINT       NOT NULL COMMENT 'account',
  entered_at     DATETIME(3)  NOT NULL,
  UNIQUE KEY uk_goods_entry_nth (item_id, nth)      COMMENT 'one after the other; for the ledger of an item',
  UNIQUE KEY uk_goods_entry_docking (docking_id)    COMMENT 'what was docked is received once',
  UNIQUE KEY uk_goods_entry_corrects (corrects_id)  COMMENT 'an entry is countered once',
  KEY ix_goods_entry_household (household_id, id)   COMMENT 'for what a household was given',
  KEY ix_goods_entry_child (child_id)               COMMENT 'for entries within a scope',
  CONSTRAINT ck_goods_entry_stock CHECK (stock_after >= 0),
  CONSTRAINT ck_goods_entry_sign CHECK (quantity <> 0 AND (kind <> 'RECEIVED' OR quantity > 0) AND (kind <> 'ISSUED' OR quantity < 0)),
  CONSTRAINT ck_goods_entry_issue CHECK (kind <> 'ISSUED' OR (household_id IS NOT NULL AND receiver_sealed IS NOT NULL)),
  CONSTRAINT ck_goods_entry_counter CHECK ((kind = 'CORRECTION') = (corrects_id IS NOT NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '物资流水';
