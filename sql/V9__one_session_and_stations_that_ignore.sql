-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the vehicle of one session needs; stations that accept everything and do nothing of it.

CREATE TABLE lm_session_need (
    transaction_id  INT          NOT NULL COMMENT 'SteVe''s number of the transaction',
    minimum_ma      INT          NULL     COMMENT 'below it the vehicle does not charge, mA per phase; null: as the EVSE',
    never_pause     BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'it does not wake from a pause: it keeps the minimum while it fits',
    wake_pulse      BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'it sleeps, and wakes by one short pause',
    written_at      TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'UTC',
    PRIMARY KEY (transaction_id)
);

ALTER TABLE lm_ledger ADD COLUMN ignores BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'it accepted all that it was told and did nothing of it: its rating counts until a test shows otherwise';
