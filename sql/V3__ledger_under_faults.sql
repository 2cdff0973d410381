-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the ledger needs to be safe under faults: default profiles that rise by themselves, EVSEs that were caught not to
-- follow, alarms, and the lease by which one of several nodes controls a site.

ALTER TABLE lm_strand
    ADD COLUMN fallback_after_s INT NULL COMMENT 'under BLOCK_THEN_FALLBACK: after so many seconds of silence the fallback allows fallback_ma; null: another school';

ALTER TABLE lm_ledger
    ADD COLUMN default_then_ma INT NULL COMMENT 'what the default profile allows from default_rises_at on, mA per phase; null: it does not rise';

ALTER TABLE lm_ledger
    ADD COLUMN default_rises_at TIMESTAMP(6) NULL DEFAULT NULL COMMENT 'when the default profile rises by itself, by the station''s clock, UTC';

ALTER TABLE lm_ledger
    ADD COLUMN caught BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'it was seen not to follow: only a reading proves a cut until a test clears it';

ALTER TABLE lm_ledger
    ADD COLUMN purpose INT NOT NULL DEFAULT 0 COMMENT 'how far down the list of profile purposes we had to go; 0: the first works';

CREATE TABLE lm_event (
    event_pk        BIGINT       NOT NULL AUTO_INCREMENT,
    kind            VARCHAR(30)  NOT NULL COMMENT 'what it is: OVER_LIMIT, NOT_FOLLOWING, REJECTED, UNANSWERED, OFFLINE, STALE_METER, BUDGET_SPENT, FALLBACK_NOT_CONFIRMED, LOOP_LATE, ...',
    subject         VARCHAR(300) NOT NULL COMMENT 'whom it is about, as an operator names it: a strand, an EVSE, a station',
    words           VARCHAR(500) NOT NULL COMMENT 'what is wrong, in words',
    began_at        TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'when it was seen first, UTC',
    ended_at        TIMESTAMP(6) NULL DEFAULT NULL COMMENT 'when it was seen no more, UTC; null: it lasts',
    PRIMARY KEY (event_pk)
);

CREATE INDEX lm_event_by_time ON lm_event (began_at);

CREATE TABLE lm_lease (
    name            VARCHAR(64)  NOT NULL COMMENT 'what it is for: site and the number of its root strand',
    lock_until      TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'until when it is held, UTC',
    locked_at       TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'since when it is held, UTC',
    locked_by       VARCHAR(255) NOT NULL COMMENT 'the node that holds it',
    PRIMARY KEY (name)
);
