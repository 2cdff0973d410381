/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.demand;

import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.IdTag;
import steve.loadmanagement.fact.Session;
import steve.loadmanagement.unit.Current;

/**
 * What the vehicles of a tag, of a group of tags, or of one session need.
 *
 * @param minimum below it they do not charge; null: as the EVSE
 * @param neverPause they do not wake from a pause: they keep the minimum while it fits
 * @param wakePulse they sleep, and wake by one short pause
 */
public record VehicleNeed(Whose whose, @Nullable Current minimum, boolean neverPause, boolean wakePulse) {

    private static final Current LEAST = Current.ofAmps(6);
    private static final Current MOST = Current.ofAmps(32);

    /** Whose need it is. */
    public sealed interface Whose {}

    /** @param pattern a tag, or the beginning of tags with a {@code *} at its end */
    public record Tags(IdTag pattern) implements Whose {

        private boolean contain(@Nullable IdTag tag) {
            if (tag == null) {
                return false;
            }
            String text = pattern.reveal();
            return text.endsWith("*")
                    ? tag.reveal().startsWith(text.substring(0, text.length() - 1))
                    : tag.equals(pattern);
        }
    }

    /** One session, whoever charges in it. */
    public record OneSession(int transactionId) implements Whose {}

    public VehicleNeed {
        if (minimum != null && (LEAST.isMoreThan(minimum) || minimum.isMoreThan(MOST))) {
            throw new IllegalArgumentException(
                    "a minimum current is from " + LEAST + " to " + MOST + ", not " + minimum);
        }
    }

    /** Whether it is that of the vehicle in this session. */
    public boolean isOf(Session session) {
        return switch (whose) {
            case Tags tags -> tags.contain(session.idTag());
            case OneSession one -> one.transactionId() == session.transactionId();
        };
    }

    /** The demand of such a vehicle. */
    public Demand of(Demand demand) {
        Demand raised = minimum == null ? demand : demand.atLeast(minimum);
        return neverPause ? raised.neverPaused() : raised;
    }
}
