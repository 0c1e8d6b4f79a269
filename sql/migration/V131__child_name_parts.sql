-- A part of a name is found like its beginning, by an index; long names are few and looked through.
ALTER TABLE child
  ADD COLUMN name_2 VARCHAR(79) AS (SUBSTRING(name, 2)) VIRTUAL COMMENT '第二个字起的姓名',
  ADD COLUMN name_3 VARCHAR(78) AS (SUBSTRING(name, 3)) VIRTUAL COMMENT '第三个字起的姓名',
  ADD COLUMN long_name VARCHAR(80) AS (CASE WHEN CHAR_LENGTH(name) > 3 THEN name END) VIRTUAL COMMENT '超过三个字的姓名',
  ADD KEY ix_child_name_2 (name_2, village_code) COMMENT 'for ChildListMapper.find by part of a name',
  ADD KEY ix_child_name_3 (name_3, village_code) COMMENT 'for ChildListMapper.find by part of a name',
  ADD KEY ix_child_long_name (long_name, village_code) COMMENT 'for ChildListMapper.find by part of a long name';
