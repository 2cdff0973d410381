-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stations as they are: what they call themselves, what they say they can do, how they are treated, and how they did in a
-- commissioning test.

CREATE TABLE lm_quirk_profile (
    name            VARCHAR(100) NOT NULL COMMENT 'unique; that of a shipped one takes its place',
    body            TEXT         NOT NULL COMMENT 'the profile as YAML, in the form of the shipped ones',
    written_at      TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'last change, UTC',
    PRIMARY KEY (name)
);

CREATE TABLE lm_station (
    charge_box_id   VARCHAR(255) NOT NULL COMMENT 'SteVe''s and OCPP''s name of the station',
    vendor          VARCHAR(100) NULL     COMMENT 'from its BootNotification; null: it has not said',
    model           VARCHAR(100) NULL     COMMENT 'from its BootNotification',
    firmware        VARCHAR(100) NULL     COMMENT 'from its BootNotification',
    quirk_profile   VARCHAR(100) NULL     COMMENT 'assigned by an operator; null: the one that fits best',
    configuration   MEDIUMTEXT   NULL     COMMENT 'its configuration keys as JSON, as it sent them; null: not asked yet',
    configured_at   TIMESTAMP(6) NULL DEFAULT NULL COMMENT 'when it was asked for them, UTC',
    PRIMARY KEY (charge_box_id)
);

CREATE TABLE lm_commissioning (
    commissioning_pk INT         NOT NULL AUTO_INCREMENT,
    charge_box_id   VARCHAR(255) NOT NULL COMMENT 'station',
    evse_id         INT          NOT NULL COMMENT 'EVSE within the station',
    tester          VARCHAR(100) NOT NULL COMMENT 'who did it, as entered',
    began_at        TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'UTC',
    ended_at        TIMESTAMP(6) NULL DEFAULT NULL COMMENT 'UTC',
    protocol        MEDIUMTEXT   NOT NULL COMMENT 'what was done and seen, as JSON',
    PRIMARY KEY (commissioning_pk)
);

CREATE INDEX lm_commissioning_by_evse ON lm_commissioning (charge_box_id, evse_id, began_at);

-- What vehicles need, beside their priority: no other table has tags in it.
ALTER TABLE lm_priority ADD COLUMN minimum_ma INT NULL COMMENT 'below it the vehicles of this tag do not charge, mA per phase; null: as the EVSE';
ALTER TABLE lm_priority ADD COLUMN never_pause BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'they do not wake from a pause: they keep the minimum while it fits';
ALTER TABLE lm_priority ADD COLUMN wake_pulse BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'they sleep, and wake by one short pause';
