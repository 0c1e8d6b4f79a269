-- The figures about girls [JB-24] open the girls behind them on any day.
ALTER TABLE child_standing
  ADD COLUMN girl          BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'of the age from which a female cadre is asked for',
  ADD COLUMN female_cadre  BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the covering cadre is a woman',
  ADD COLUMN turning_eight BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'soon of that age, beside a male cadre';
