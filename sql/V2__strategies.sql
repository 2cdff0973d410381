-- SPDX-License-Identifier: GPL-3.0-or-later
-- Settings of the strategies: safety margins, closed loop, vehicles that are never paused.

ALTER TABLE lm_strand ADD COLUMN margin_ma INT NOT NULL DEFAULT 0 COMMENT 'kept free on each phase, mA';
ALTER TABLE lm_strand ADD COLUMN margin_percent INT NOT NULL DEFAULT 0 COMMENT 'kept free of each limit, per cent; the larger margin holds';
ALTER TABLE lm_strand ADD COLUMN closed_loop BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'what its vehicles do not take goes to the others';
ALTER TABLE lm_evse ADD COLUMN never_pause BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'its vehicles do not wake: they keep the minimum while it fits';

CREATE INDEX lm_priority_by_tag ON lm_priority (id_tag);
