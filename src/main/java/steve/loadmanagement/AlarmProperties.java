/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of alarms, below {@code load-management.alarms}.
 *
 * @param mail whether mail goes out, by SteVe's mail settings
 * @param webhookUrl where signed JSON is posted to; null: nowhere
 * @param webhookSecret the key of its signature
 */
@ConfigurationProperties("load-management.alarms")
public record AlarmProperties(
        @DefaultValue("false") boolean mail,
        @Nullable URI webhookUrl,
        @DefaultValue("") String webhookSecret) {}
