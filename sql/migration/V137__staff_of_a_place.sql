-- Who answers for a village is asked with every wish that is promised; a township's volunteers need not be read for it.
ALTER TABLE membership
  DROP INDEX ix_membership_division,
  ADD KEY ix_membership_division (state, division_code, kind) COMMENT 'for the queue of requests, and for who answers for a place';

-- Promises that were written together are told together.
ALTER TABLE EVENT_PUBLICATION MODIFY SERIALIZED_EVENT TEXT NOT NULL;
