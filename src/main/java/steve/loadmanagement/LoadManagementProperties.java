/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import steve.loadmanagement.control.ControlLoop.ControlTimes;
import steve.loadmanagement.ledger.LedgerPolicy;

/**
 * Settings, all below {@code load-management}.
 *
 * @param rate a cycle runs at the latest so long after the one before
 * @param coalesce a cycle runs so long after an observation
 * @param answerTimeout a station that has not answered after this is unanswered
 * @param settleTime from an accepted cut until the vehicle has surely followed
 * @param deadMan a grant falls back by itself after so long a silence of ours
 * @param maximumReadingAge an older reading is no reading
 * @param startGrace from StartTransaction until the first grant, unless the station is heard before
 * @param clockWait a station that came back and has not said the time yet is left alone so long
 * @param turn where not everybody can have the minimum, turns change so often, by the clock
 * @param secretKey encrypts passwords of meters, 32 bytes as Base64; empty: it stands in the file
 * @param secretKeyFile made with a new key where it is missing; empty: .steve-load-management.key in the home of SteVe's user
 */
@ConfigurationProperties("load-management")
public record LoadManagementProperties(
        @DefaultValue("10s") Duration rate,
        @DefaultValue("200ms") Duration coalesce,
        @DefaultValue("30s") Duration answerTimeout,
        @DefaultValue("15s") Duration settleTime,
        @DefaultValue("30m") Duration deadMan,
        @DefaultValue("3m") Duration maximumReadingAge,
        @DefaultValue("1s") Duration startGrace,
        @DefaultValue("30s") Duration clockWait,
        @DefaultValue("15m") Duration turn,
        @DefaultValue("") String secretKey,

        @DefaultValue("") String secretKeyFile) {

    private static final String KEY_FILE = ".steve-load-management.key";

    Path keyFile() {
        return secretKeyFile.isBlank()
                ? Path.of(System.getProperty("user.home", "."), KEY_FILE)
                : Path.of(secretKeyFile);
    }

    ControlTimes times() {
        return new ControlTimes(rate, coalesce, ControlTimes.DEFAULT.readings());
    }

    LedgerPolicy policy() {
        return LedgerPolicy.DEFAULT
                .with(settleTime, deadMan, maximumReadingAge, startGrace)
                .withClockWait(clockWait);
    }
}
