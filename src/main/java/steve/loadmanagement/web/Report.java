/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.history.EvseTotal;
import steve.loadmanagement.history.Span;
import steve.loadmanagement.history.StrandSample;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * What happened on a strand over some time.
 *
 * @param coveredShare how much of that time was recorded, 0 to 1
 * @param complete whether every session was measured all that time; if not, vehicles drew at least what stands here
 * @param energyWh what vehicles drew by their meters, at nominal voltage
 * @param utilisation mean of what was measured over the limit in force, 0 to 1; null: no limit, or nothing recorded
 * @param waitingS time that sessions had nothing granted, s
 * @param curtailedWh what plans granted less than the EVSEs could have used at most
 * @param peaks the highest quarter hours of what vehicles drew, highest first
 */
record Report(
        int strand,
        String name,
        double coveredShare,
        boolean complete,
        long energyWh,
        @Nullable Double utilisation,
        long sessionS,
        long waitingS,
        long curtailedWh,
        List<Peak> peaks) {

    private static final int MOST_PEAKS = 5;
    private static final double MILLI = 1000;
    private static final double SECONDS_AN_HOUR = 3600;

    /** A quarter hour and the mean power that vehicles drew in it. */
    record Peak(Instant beginsAt, int watts) {}

    static Report of(
            Strand strand,
            List<StrandSample> samples,
            List<Placement> below,
            Map<EvseRef, EvseTotal> totals,
            Duration time) {
        List<EvseTotal> own = below.stream()
                .map(placement -> totals.get(placement.ref()))
                .filter(total -> total != null)
                .collect(Collectors.toList());
        long covered = samples.stream().mapToLong(StrandSample::covered).sum();
        double wattSeconds = samples.stream()
                .mapToDouble(sample -> (double) watts(strand, sample) * sample.covered())
                .sum();
        return new Report(
                strand.id().value(),
                strand.name(),
                Math.min(1, covered / (double) Math.max(1, time.toSeconds())),
                samples.stream().allMatch(StrandSample::isComplete),
                Math.round(wattSeconds / SECONDS_AN_HOUR),
                utilisation(strand, samples),
                own.stream().mapToLong(EvseTotal::sessionS).sum(),
                own.stream().mapToLong(EvseTotal::waitingS).sum(),
                Math.round(
                        own.stream().mapToLong(EvseTotal::curtailedWattSeconds).sum() / SECONDS_AN_HOUR),
                peaks(strand, samples));
    }

    private static int watts(Strand strand, StrandSample sample) {
        return strand.voltage().power(sample.measured()).watts();
    }

    /** Of the limit that is nearer. */
    private static @Nullable Double utilisation(Strand strand, List<StrandSample> samples) {
        double sum = 0;
        long covered = 0;
        for (StrandSample sample : samples) {
            double share = Math.max(
                    share(sample.measured(), sample.limit()),
                    sample.limitPower() == null || sample.limitPower().watts() <= 0
                            ? 0
                            : watts(strand, sample)
                                    / (double) sample.limitPower().watts());
            if (sample.limit() != null || sample.limitPower() != null) {
                sum += share * sample.covered();
                covered += sample.covered();
            }
        }
        return covered == 0 ? null : (Double) (sum / covered);
    }

    private static double share(PhaseCurrents measured, @Nullable PhaseCurrents limit) {
        double share = 0;
        for (steve.loadmanagement.unit.Phase phase : steve.loadmanagement.unit.Phase.values()) {
            if (limit != null && limit.on(phase).milliamps() > 0) {
                share = Math.max(
                        share,
                        measured.on(phase).milliamps()
                                / (double) limit.on(phase).milliamps());
            }
        }
        return share;
    }

    private static List<Peak> peaks(Strand strand, List<StrandSample> samples) {
        List<Peak> peaks = new ArrayList<>();
        for (StrandSample sample : samples) {
            if (sample.covered() > Span.QUARTER_HOUR.seconds() / 2) {
                peaks.add(new Peak(sample.begins(), watts(strand, sample)));
            }
        }
        return peaks.stream()
                .sorted(Comparator.comparingInt(Peak::watts).reversed().thenComparing(Peak::beginsAt))
                .limit(MOST_PEAKS)
                .toList();
    }

    /** What an EVSE drew, kWh at nominal voltage. */
    static double kilowattHours(EvseTotal total, Strand strand) {
        return total.milliampSeconds() / MILLI * strand.voltage().volts() / SECONDS_AN_HOUR / MILLI;
    }
}
