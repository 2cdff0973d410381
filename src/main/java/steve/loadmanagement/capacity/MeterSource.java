/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a meter's values come from. Secrets are not part of it. */
public sealed interface MeterSource {

    /** By what it is known in tables and forms. */
    default String kind() {
        return switch (this) {
            case OcppStation _ -> "OCPP";
            case ModbusTcp _ -> "MODBUS_TCP";
            case Mqtt _ -> "MQTT";
            case HttpPush _ -> "HTTP_PUSH";
            case HttpPoll _ -> "HTTP_POLL";
        };
    }

    /**
     * A station's meter, as it stands in MeterValues.
     *
     * @param connectorId 0: the station's main meter; else an EVSE that is only metered
     */
    record OcppStation(String chargeBoxId, int connectorId) implements MeterSource {}

    /**
     * Registers over TCP.
     *
     * @param unitId 0 to 255
     * @param registerMap name of a register map
     * @param interval between two reads
     * @param isInverted the meter counts export positive
     */
    record ModbusTcp(String host, int port, int unitId, String registerMap, Duration interval, boolean isInverted)
            implements MeterSource {}

    /**
     * Topics of a broker.
     *
     * @param url {@code tcp://host:1883} or {@code ssl://host:8883}
     * @param version of MQTT: 3 (3.1.1) or 5
     * @param user null: none; its password is a secret
     * @param certificate as {@link Broker#certificate()}
     */
    record Mqtt(
            String url,
            int version,
            @Nullable String user,
            @Nullable String certificate,
            Map<MeterQuantity, ValuePath> values)
            implements MeterSource {

        public Mqtt {
            values = Map.copyOf(values);
        }

        /** Whose topics they are. */
        public Broker at() {
            return new Broker(url, version, user, certificate);
        }
    }

    /** Whoever has the meter's token sends the values. */
    record HttpPush() implements MeterSource {}

    /**
     * JSON from an address.
     *
     * @param user null: no basic authentication; its password is a secret
     * @param interval between two requests
     */
    record HttpPoll(String url, @Nullable String user, Duration interval, Map<MeterQuantity, ValuePath> values)
            implements MeterSource {

        public HttpPoll {
            values = Map.copyOf(values);
        }
    }

    /**
     * Where one value stands.
     *
     * @param topic of MQTT; empty elsewhere
     * @param pointer JSON pointer (RFC 6901); empty: the whole text is the number
     * @param factor what it is multiplied by to be A or W
     */
    record ValuePath(String topic, String pointer, BigDecimal factor) {}
}
