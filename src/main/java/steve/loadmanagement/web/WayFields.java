/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Broker;
import steve.loadmanagement.capacity.MeterSource.ValuePath;
import steve.loadmanagement.site.Problem;

/**
 * Fields of the ways to meters and control boxes: hosts, ports, addresses, paths. What is wrong goes to the problems.
 *
 * @param subject whose fields they are
 */
record WayFields(String subject, List<Problem> problems) {

    private static final int MODBUS_PORT = 502;
    private static final int MOST_PORT = 65_535;
    private static final int MOST_UNIT = 255;
    private static final long SHORTEST_INTERVAL_MS = 200;
    private static final long LONGEST_INTERVAL_MS = 3_600_000;
    private static final BigDecimal MOST_FACTOR = BigDecimal.valueOf(1_000_000);
    private static final int MOST_DECIMALS = 9;
    private static final int LONGEST_CERTIFICATE = 6_000;
    private static final String PEM_BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String PEM_END = "-----END CERTIFICATE-----";

    void check(boolean isRight, String field, String message) {
        if (!isRight) {
            problems.add(new Problem(subject, field, message));
        }
    }

    String host(@Nullable String given) {
        String host = given == null ? "" : given.strip();
        check(!host.isEmpty(), "host", "name the host of the device or its gateway");
        return host;
    }

    int modbusPort(@Nullable Integer given) {
        int port = given == null ? MODBUS_PORT : given;
        check(port > 0 && port <= MOST_PORT, "port", "is from 1 to 65535, not " + port);
        return port;
    }

    int unit(@Nullable Integer given) {
        int unit = given == null ? 1 : given;
        check(unit >= 0 && unit <= MOST_UNIT, "unitId", "is from 0 to 255, not " + unit);
        return unit;
    }

    Duration interval(@Nullable Long given, long usual) {
        long interval = given == null ? usual : given;
        check(
                interval >= SHORTEST_INTERVAL_MS && interval <= LONGEST_INTERVAL_MS,
                "intervalMs",
                "is from 200 ms to an hour, not " + interval + " ms");
        return Duration.ofMillis(interval);
    }

    Broker broker(
            @Nullable String url, @Nullable Integer version, @Nullable String user, @Nullable String certificate) {
        int spoken = version == null ? 3 : version;
        String pem = certificate == null || certificate.isBlank() ? null : certificate.strip();
        check(spoken == 3 || spoken == 5, "mqttVersion", "is 3 (3.1.1) or 5, not " + spoken);
        check(
                pem == null
                        || pem.startsWith(PEM_BEGIN)
                                && pem.endsWith(PEM_END)
                                && !pem.contains("PRIVATE KEY")
                                && pem.length() <= LONGEST_CERTIFICATE,
                "certificate",
                "is a certificate as PEM, of at most " + LONGEST_CERTIFICATE + " characters; no key");
        return new Broker(url(url, "tcp", "ssl"), spoken, user, pem);
    }

    String url(@Nullable String given, String plain, String secure) {
        String url = given == null ? "" : given.strip();
        boolean isRight = url.matches("(" + plain + "|" + secure + ")://[^\\s/]+[^\\s]*");
        check(isRight, "url", "begins with " + plain + ":// or " + secure + ":// and names a host");
        check(
                !url.matches("[a-z]+://[^/]*@.*"),
                "url",
                "holds no user and no password: they have fields of their own, where the password is encrypted");
        return url;
    }

    /**
     * Where something stands.
     *
     * @param what it is, for words
     */
    ValuePath path(String field, String what, String topic, MeterForm.@Nullable Path given) {
        String pointer = given == null || given.pointer() == null ? "" : given.pointer();
        BigDecimal factor = given == null || given.factor() == null ? BigDecimal.ONE : given.factor();
        check(pointer.isEmpty() || pointer.startsWith("/"), field, what + ": a JSON pointer begins with /");
        check(
                factor.abs().compareTo(MOST_FACTOR) <= 0 && factor.scale() <= MOST_DECIMALS,
                field,
                what + ": a factor is at most 1000000, with 9 decimals");
        return new ValuePath(topic, pointer, factor);
    }
}
