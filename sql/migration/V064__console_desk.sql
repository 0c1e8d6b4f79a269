-- What the console's desk needs: places found by name, units that end, and pairings that follow one another.
ALTER TABLE division
  ADD KEY ix_division_level (level, code) COMMENT 'for DivisionSearch: places of a level below a place';

ALTER TABLE unit
  ADD COLUMN ends_on DATE NULL COMMENT 'the first day on which the unit is no more';

ALTER TABLE pairing
  ADD COLUMN replaces BIGINT NULL COMMENT 'the episode this one followed in the same step; both are taken back together';
