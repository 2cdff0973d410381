/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.metering;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import steve.loadmanagement.metering.SampleReader.Measured;

/**
 * The newest values of one measurand by conductor. Of currents, powers and voltages the latest periodic ones win, then the
 * latest on request, then those at an event; a register is simply the latest, and the periodic one of those of one
 * time. What was sampled within {@value #ONE_MOMENT_MS} ms belongs together: some stations send each value on its own.
 */
final class Newest {

    private static final long ONE_MOMENT_MS = 2_000;

    private record At(long millis, Measured measured) {}

    private final Measurand measurand;
    private final List<At> all = new ArrayList<>(4);

    Newest(Measurand measurand) {
        this.measurand = measurand;
    }

    /** In the order of their times. */
    void add(long millis, Measured measured) {
        all.add(new At(millis, measured));
    }

    Map<Conductor, BigDecimal> byConductor() {
        List<At> chosen = measurand == Measurand.ENERGY_REGISTER
                ? ofBestContext(ofLastMoment(all))
                : ofLastMoment(ofBestContext(all));
        Map<Conductor, BigDecimal> byConductor = new EnumMap<>(Conductor.class);
        for (At at : chosen) {
            byConductor.put(at.measured().conductor(), at.measured().value());
        }
        return byConductor;
    }

    private static List<At> ofBestContext(List<At> values) {
        SampleContext best = SampleContext.EVENT;
        for (At at : values) {
            SampleContext context = at.measured().context();
            best = context.compareTo(best) > 0 ? context : best;
        }
        List<At> chosen = new ArrayList<>(values.size());
        for (At at : values) {
            if (at.measured().context() == best) {
                chosen.add(at);
            }
        }
        return chosen;
    }

    private static List<At> ofLastMoment(List<At> values) {
        long from = values.isEmpty() ? 0 : values.getLast().millis() - ONE_MOMENT_MS;
        int first = values.size();
        while (first > 0 && values.get(first - 1).millis() >= from) {
            first--;
        }
        return values.subList(first, values.size());
    }
}
