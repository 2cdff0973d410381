/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import java.util.HashMap;
import java.util.Map;
import standin.StandIn;

/** SteVe with the plugin in it: the stand-in, or a real SteVe where a war is given. Stations and operators see no difference. */
public interface Host extends AutoCloseable {

    /**
     * How it runs.
     *
     * @param settings more settings, as on SteVe's command line
     * @param kind which SteVe
     */
    record Options(StandIn.Database database, Map<String, Object> settings, Kind kind) {

        /** Stations that keep the time to themselves are not waited for, as test stations mostly do. */
        public static Options on(StandIn.Database database) {
            return new Options(
                    database, Map.of("load-management.clock-wait", "0s", "load-management.rate", "2s"), Kind.PLAIN);
        }

        public Options with(String key, Object value) {
            Map<String, Object> more = new HashMap<>(settings);
            more.put(key, value);
            return new Options(database, more, kind);
        }

        /** SteVe alone. */
        public Options withoutPlugin() {
            return new Options(database, settings, Kind.WITHOUT_PLUGIN);
        }

        /** The plugin throws whenever it is told something. */
        public Options withSabotage() {
            return new Options(database, settings, Kind.SABOTAGED);
        }

        /** Another version of SteVe, if one is given; else the same again. */
        public Options withNextWar() {
            return new Options(database, settings, Kind.NEXT);
        }
    }

    /** Which SteVe it is. */
    enum Kind {
        PLAIN,
        WITHOUT_PLUGIN,
        SABOTAGED,
        NEXT
    }

    /** Starts it and returns when it answers. */
    static Host start(Options options) {
        return isReal() ? RealHost.start(options) : new StandInHost(options);
    }

    /** Whether these tests run against a real SteVe. */
    static boolean isReal() {
        return !System.getProperty("real.war", "").isEmpty();
    }

    int port();

    /** The process in which it runs. */
    long pid();

    /** Registers a station with OCPP-J, as an operator would. */
    void register(String chargeBoxId, int connectors);

    /** Where its pages begin, without a slash at the end. */
    default String url() {
        return "http://127.0.0.1:" + port() + "/steve";
    }

    /** Where that station connects. */
    default String stationUrl(String chargeBoxId) {
        return "ws://127.0.0.1:" + port() + "/steve/websocket/CentralSystemService/" + chargeBoxId;
    }

    /** Where stations with OCPP-S send their calls. */
    default String soapUrl() {
        return url() + "/services/CentralSystemServiceOCPP16";
    }

    @Override
    void close();
}
