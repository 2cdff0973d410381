/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.demand;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;

/**
 * The range that one EVSE can use now: nothing, or from {@code minimum} to {@code ceiling}. Currents are per phase.
 *
 * @param minimum least current at which the vehicle charges
 * @param ceiling most that it can use
 * @param cause why not more than the ceiling
 * @param phasesUsed conductors that the vehicle uses, 1 to 3; null: unknown, all count
 * @param tier 0 is served first
 * @param weight factor on its share, 1 or more
 * @param served energy it has had this session; who had least takes the next turn
 * @param chargingSince start of its running turn; null: it waits or has just come
 * @param neverPause keeps its minimum while that fits
 */
public record Demand(
        EvseRef evse,
        Current minimum,
        Current ceiling,
        Cause cause,
        @Nullable Integer phasesUsed,
        int tier,
        int weight,
        Energy served,
        @Nullable Instant chargingSince,
        boolean neverPause) {

    /** The same, but not above {@code bound}. */
    public Demand upTo(Current bound) {
        return within(minimum, ceiling.min(bound), cause);
    }

    /** The same, but below {@code bound} it cannot be told anything but nothing: one that is paused stays so. */
    public Demand atLeast(Current bound) {
        return bound.isMoreThan(minimum) && !ceiling.isZero() ? within(bound, ceiling.max(bound), cause) : this;
    }

    /** The same, but the grid operator leaves it no more than {@code bound}. */
    public Demand dimmedTo(Current bound) {
        return ceiling.isMoreThan(bound) ? within(minimum, bound, Cause.GRID_OPERATOR) : this;
    }

    private Demand within(Current least, Current most, Cause why) {
        return new Demand(evse, least, most, why, phasesUsed, tier, weight, served, chargingSince, neverPause);
    }

    /** The same, but it keeps its minimum while that fits. */
    public Demand neverPaused() {
        return new Demand(evse, minimum, ceiling, cause, phasesUsed, tier, weight, served, chargingSince, true);
    }

    /** The same in another tier. */
    public Demand inTier(int other) {
        return new Demand(evse, minimum, ceiling, cause, phasesUsed, other, weight, served, chargingSince, neverPause);
    }

    /** The same on so many conductors. */
    public Demand onPhases(int used) {
        return new Demand(evse, minimum, ceiling, cause, used, tier, weight, served, chargingSince, neverPause);
    }

    /** What sets a ceiling. */
    public enum Cause {
        /** What the EVSE bears. */
        RATING,
        /** What the vehicle can take at most. */
        VEHICLE,
        /** What the vehicle takes by itself, as measured. */
        MEASURED,
        /** What the grid operator leaves it, under section 14a EnWG. */
        GRID_OPERATOR
    }
}
