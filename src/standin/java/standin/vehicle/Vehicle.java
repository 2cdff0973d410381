/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.vehicle;

/** A car at the plug. Follows what the station offers as IEC 61851-1 asks: within 5 s, down at once, up in a ramp. */
public final class Vehicle {

    private static final double MINIMUM_A = 6;
    private static final double UP_A_PER_S = 4;
    private static final double DOWN_A_PER_S = 16;
    private static final double VOLTS = 230;
    private static final double TAPER_FROM_WH = 1_000;
    private static final double SECONDS_AN_HOUR = 3600;

    private final int phases;
    private final double mostA;
    private double wantedWh;
    private double amps;
    private double takenWh;

    /**
     * @param phases conductors that it uses, 1 to 3
     * @param mostA what its charger can take on each
     * @param wantedWh until it is full; over the last 1,000 Wh it takes less and less
     */
    public Vehicle(int phases, double mostA, double wantedWh) {
        this.phases = phases;
        this.mostA = mostA;
        this.wantedWh = wantedWh;
    }

    /** Lets time pass while the station offers that current. */
    public void pass(double seconds, double offeredA) {
        double target = target(offeredA);
        amps = target > amps
                ? Math.min(target, Math.max(amps, target > 0 ? MINIMUM_A : 0) + UP_A_PER_S * seconds)
                : Math.max(target, amps - DOWN_A_PER_S * seconds);
        if (amps < MINIMUM_A) {
            amps = 0;
        }
        double energy = amps * phases * VOLTS * seconds / SECONDS_AN_HOUR;
        wantedWh -= energy;
        takenWh += energy;
    }

    private double target(double offeredA) {
        if (offeredA < MINIMUM_A || wantedWh <= 0) {
            return 0;
        }
        double willing = wantedWh > TAPER_FROM_WH ? mostA : MINIMUM_A + (mostA - MINIMUM_A) * wantedWh / TAPER_FROM_WH;
        return Math.min(offeredA, willing);
    }

    /** What it draws on the station's conductor 1, 2 or 3, A. */
    public double ampsOn(int conductor) {
        return conductor <= phases ? amps : 0;
    }

    public double watts() {
        return amps * phases * VOLTS;
    }

    public double takenWh() {
        return takenWh;
    }

    public boolean isFull() {
        return wantedWh <= 0;
    }
}
