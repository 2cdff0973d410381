/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import steve.loadmanagement.history.History;

/**
 * How long history is kept, below {@code load-management.history}.
 *
 * @param minutes means of minutes
 * @param quarterHours means of quarter hours, for charts of days and for reports
 * @param decisions what plans were made from, to say why later
 * @param events events, audits and setpoints
 */
@ConfigurationProperties("load-management.history")
public record HistoryProperties(
        @DefaultValue("2d") Duration minutes,
        @DefaultValue("400d") Duration quarterHours,
        @DefaultValue("14d") Duration decisions,
        @DefaultValue("400d") Duration events) {

    History.Retention retention() {
        return new History.Retention(minutes, quarterHours, decisions, events);
    }
}
