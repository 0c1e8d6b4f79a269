-- When a child was visited and as what it was met is said once more beside the child: counted through visit, every visit of
-- all years was opened to leave most of them out. A visit never changes, so the two cannot come apart.
ALTER TABLE visit_child
  ADD COLUMN visited_on DATE        NULL COMMENT 'as of the visit',
  ADD COLUMN met_by     VARCHAR(24) NULL COMMENT 'the actor of the visit; NULL: nobody was met';

UPDATE visit_child c JOIN visit v ON v.id = c.visit_id
SET c.visited_on = v.visited_on, c.met_by = IF(v.outcome = 'MET', v.actor, NULL);

ALTER TABLE visit_child
  MODIFY COLUMN visited_on DATE NOT NULL COMMENT 'as of the visit',
  DROP KEY ix_visit_child,
  ADD KEY ix_visit_child (child_id, met_by, visited_on)
    COMMENT 'for visits of a child; RegisterMapper.children and QuarterMapper.visits read nothing else of them';

ALTER TABLE adult
  DROP KEY ix_adult_child,
  ADD KEY ix_adult_child (child_id, carer, access) COMMENT 'for the case file, and for who looks after a child in RegisterMapper.children';
