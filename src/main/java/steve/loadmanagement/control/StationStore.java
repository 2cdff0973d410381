/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.quirk.QuirkProfile;
import steve.loadmanagement.quirk.StationIdentity;

/** Where it is kept what stations say of themselves, and how they are to be treated. */
public interface StationStore {

    /**
     * A station that was heard of.
     *
     * @param assigned the quirk profile that an operator chose; null: the one that fits best
     * @param configuration its configuration keys as it sent them; empty: not asked yet
     * @param configuredAt when it was asked; null: not yet
     */
    record Known(
            String chargeBoxId,
            StationIdentity identity,
            @Nullable String assigned,
            Map<String, String> configuration,
            @Nullable Instant configuredAt) {

        public Known {
            configuration = Map.copyOf(configuration);
        }

        /** One that has not said anything yet. */
        static Known unknown(String chargeBoxId) {
            return new Known(chargeBoxId, StationIdentity.UNKNOWN, null, Map.of(), null);
        }

        Known identified(StationIdentity newest) {
            return new Known(chargeBoxId, newest, assigned, configuration, configuredAt);
        }

        Known assigned(@Nullable String profile) {
            return new Known(chargeBoxId, identity, profile, configuration, configuredAt);
        }

        Known configured(Map<String, String> newest, Instant at) {
            return new Known(chargeBoxId, identity, assigned, newest, at);
        }
    }

    List<Known> stations();

    void save(Known station);

    /** The quirk profiles that came with the plugin. */
    List<QuirkProfile> shipped();

    /** Those of an operator. */
    List<QuirkProfile> own();

    /** Adds an operator's profile or takes the place of the one of that name. */
    void save(QuirkProfile profile);

    /** False: there was none. */
    boolean delete(String profile);
}
