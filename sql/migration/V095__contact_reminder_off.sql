-- Who wants to be reminded of a call on no day hears of nothing else either, but of what is owed beside it.
ALTER TABLE reminder_choice
  ADD COLUMN contact_off BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'no weekly message that is only about calls' AFTER muted;
