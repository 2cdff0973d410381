-- SPDX-License-Identifier: GPL-3.0-or-later
-- Ways on which signals of the grid operator, and limits, come in by themselves.

CREATE TABLE lm_signal_line (
    signal_line_pk  INT           NOT NULL AUTO_INCREMENT,
    strand_pk       INT           NOT NULL COMMENT 'the strand whom its signals are for',
    name            VARCHAR(100)  NOT NULL COMMENT 'shown to operators',
    kind            VARCHAR(20)   NOT NULL COMMENT 'MQTT_DIMMING, MQTT_LIMIT or MODBUS_DIMMING',
    source          VARCHAR(8000) NOT NULL COMMENT 'where its signals come from, JSON; no secrets',
    secret          VARCHAR(1000) NULL     COMMENT 'password, AES-GCM under the key of load-management.secret-key; null: none',
    version         INT           NOT NULL DEFAULT 0 COMMENT 'counts changes',
    PRIMARY KEY (signal_line_pk),
    CONSTRAINT lm_signal_line_kind UNIQUE (strand_pk, kind),
    CONSTRAINT lm_signal_line_strand FOREIGN KEY (strand_pk) REFERENCES lm_strand (strand_pk) ON DELETE CASCADE
);

ALTER TABLE lm_limit ADD COLUMN signal_line_pk INT NULL COMMENT 'the signal line on which it came; null: set otherwise';

ALTER TABLE lm_limit ADD CONSTRAINT lm_limit_signal_line_once UNIQUE (signal_line_pk);

ALTER TABLE lm_limit ADD CONSTRAINT lm_limit_signal_line FOREIGN KEY (signal_line_pk) REFERENCES lm_signal_line (signal_line_pk) ON DELETE CASCADE;
