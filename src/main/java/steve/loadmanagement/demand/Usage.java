/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.demand;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.fact.ConductorCurrents;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Voltage;

/**
 * What a session has done so far, reading by reading.
 *
 * @param transactionId the session
 * @param registerAtStart the meter's register when first read; null: it has none
 * @param taken energy it took, by the register, else by its currents, Ws
 * @param offered energy of the minimum current over all its turns so far, whether it took it or not, Ws
 * @param appetite how much it takes by itself
 * @param last the newest reading taken in
 */
public record Usage(
        int transactionId,
        @Nullable Energy registerAtStart,
        long taken,
        long offered,
        Appetite appetite,
        @Nullable Reading last) {

    private static final long SECONDS_AN_HOUR = 3600;
    private static final Duration LONGEST_GAP = Duration.ofMinutes(5);

    public static Usage of(int transactionId) {
        return new Usage(transactionId, null, 0, 0, Appetite.UNKNOWN, null);
    }

    /** What counts for its place in the queue: else a vehicle that takes nothing would be served least for ever. */
    public Energy served() {
        return Energy.ofWattHours(Math.max(taken, offered) / SECONDS_AN_HOUR);
    }

    /** What is known after a reading, during which that much was granted. One that is known already changes nothing. */
    public Usage after(Reading reading, Current granted, Appetite.Rules rules) {
        if (reading.equals(last)) {
            return this;
        }
        ConductorCurrents imported = reading.imported();
        Energy first = registerAtStart == null ? reading.register() : registerAtStart;
        return new Usage(
                transactionId,
                first,
                Math.max(taken, byRegister(first, reading.register())) + byCurrents(reading),
                offered,
                imported == null ? appetite : appetite.after(imported.heaviest(), granted, reading.receivedAt(), rules),
                reading);
    }

    /** What is known after it had its turn for so long, with so much at least on each of its phases. */
    public Usage offered(Current minimum, int phases, Duration time) {
        long more = (long) Voltage.NOMINAL.power(minimum, phases).watts() * time.toSeconds();
        return new Usage(transactionId, registerAtStart, taken, offered + more, appetite, last);
    }

    private static long byRegister(@Nullable Energy first, @Nullable Energy newest) {
        return first == null || newest == null ? 0 : (newest.wattHours() - first.wattHours()) * SECONDS_AN_HOUR;
    }

    /** Only where there is no register: what flowed since the last reading, unless that is too long ago. */
    private long byCurrents(Reading reading) {
        ConductorCurrents imported = reading.imported();
        if (reading.register() != null || imported == null || last == null) {
            return 0;
        }
        Duration gap = Duration.between(last.receivedAt(), reading.receivedAt());
        PhaseCurrents currents = new PhaseCurrents(orZero(imported.l1()), orZero(imported.l2()), orZero(imported.l3()));
        return gap.isNegative() || gap.compareTo(LONGEST_GAP) > 0
                ? 0
                : Voltage.NOMINAL.power(currents).watts() * gap.toSeconds();
    }

    private static Current orZero(@Nullable Current current) {
        return current == null ? Current.ZERO : current;
    }
}
