/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import org.jspecify.annotations.Nullable;

/**
 * An MQTT broker.
 *
 * @param url {@code tcp://host:1883} or {@code ssl://host:8883}
 * @param version of MQTT: 3 (3.1.1) or 5
 * @param user null: none; its password is a secret
 * @param certificate with {@code ssl://}: its certificate, or that of who signed it, as PEM; null: one that Java believes
 */
public record Broker(
        String url,
        int version,
        @Nullable String user,
        @Nullable String certificate) {}
