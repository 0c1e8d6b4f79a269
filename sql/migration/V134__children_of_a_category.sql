CREATE INDEX ix_child_category_days ON child_category (category, starts_on, ends_on)
  COMMENT 'for ChildListMapper: the children in a category on a day, without reading all categories of all children';
