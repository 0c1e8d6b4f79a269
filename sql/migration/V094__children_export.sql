-- The children of a list as a workbook: it is made later and maybe by another instance, so what the list was narrowed to has
-- to be kept. The words searched for may be a name or an ID number.
ALTER TABLE register_export
  MODIFY COLUMN kind VARCHAR(16) NOT NULL COMMENT 'REGISTER, REFRESH, CHILDREN',
  MODIFY COLUMN ask_key VARCHAR(64) NOT NULL COMMENT 'HMAC-SM3 of what was asked for by whom',
  ADD COLUMN filter_sealed VARCHAR(1000) NULL COMMENT 'what a list of children is narrowed to; JSON, sealed' AFTER purpose_note;
