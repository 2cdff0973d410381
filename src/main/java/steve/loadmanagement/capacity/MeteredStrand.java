/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Age;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/**
 * The meters of one strand and what was learned from them. A strand with several meters is the sum of them, and as stale
 * as the stalest. A stale meter's base load is assumed ({@link StaleRule}); when readings come again it falls late from
 * there, so that nothing leaps.
 *
 * @param newest of each meter
 * @param baseLoad null: no meter was ever read
 */
public record MeteredStrand(
        Strand strand,
        List<MeterSettings> meters,
        Map<MeterId, MeterReading.Measured> newest,
        @Nullable BaseLoad baseLoad,
        RiseReserve reserve,
        Plausibility plausibility,
        HighestByDay highest) {

    /** So long must the base load have been lower before it counts as lower. */
    public static final Duration HOLD = Duration.ofMinutes(1);

    /** From a reading to the cars' having followed. What rises meanwhile may wait for its reading as long as the one before did. */
    public static final Duration REACTION = Duration.ofSeconds(10);

    private static final int MOST_RESERVE_PERCENT = 10;

    public MeteredStrand {
        meters = List.copyOf(meters);
        newest = Map.copyOf(newest);
    }

    public static MeteredStrand of(Strand strand, List<MeterSettings> meters, HighestByDay highest) {
        return new MeteredStrand(strand, meters, Map.of(), null, RiseReserve.NONE, Plausibility.UNKNOWN, highest);
    }

    /** The same after the strand or its meters were edited. */
    public MeteredStrand edited(Strand newStrand, List<MeterSettings> newMeters) {
        return new MeteredStrand(newStrand, newMeters, newest, baseLoad, reserve, plausibility, highest);
    }

    /** All meters together, at the time of the oldest; null: one is stale or was never read. */
    public MeterReading.@Nullable Measured sum(Instant now) {
        MeterReading.Measured sum = null;
        for (MeterSettings meter : meters) {
            MeterReading.Measured reading = newest.get(meter.id());
            if (reading == null || Age.isStale(reading.at(), now, meter.maximumAge())) {
                return null;
            }
            sum = sum == null ? reading : plus(sum, reading);
        }
        return sum;
    }

    private static MeterReading.Measured plus(MeterReading.Measured sum, MeterReading.Measured other) {
        Instant at = sum.at().isBefore(other.at()) ? other.at() : sum.at();
        return new MeterReading.Measured(
                sum.meter(), sum.currents().plus(other.currents()), sum.power().plus(other.power()), at);
    }

    /** After a reading, while the controlled EVSEs below drew so much. */
    public MeteredStrand after(MeterReading.Measured reading, LoadRange controlled) {
        MeteredStrand before = recovered(reading.at());
        Map<MeterId, MeterReading.Measured> readings = new HashMap<>(newest);
        readings.put(reading.meter(), reading);
        MeteredStrand read =
                new MeteredStrand(strand, meters, readings, before.baseLoad, reserve, plausibility, highest);
        MeterReading.Measured sum = read.sum(reading.at());
        return sum == null ? read : read.learned(sum, controlled);
    }

    private MeteredStrand learned(MeterReading.Measured sum, LoadRange controlled) {
        Plausibility checked =
                plausibility.after(sum, controlled, feedsIn(), strand.rating().currents());
        Oddity oddity = checked.oddity();
        if (oddity != null && oddity.isDistrusted()) {
            return new MeteredStrand(strand, meters, newest, baseLoad, reserve, checked, highest);
        }
        Duration reaction = REACTION.plus(sinceLast(sum));
        BaseLoad learned = baseLoad == null
                ? BaseLoad.first(sum, controlled, strand.voltage())
                : baseLoad.after(sum, controlled, strand.voltage(), HOLD);
        return new MeteredStrand(
                strand,
                meters,
                newest,
                learned,
                reserve.after(learned.currents(), sum.at(), reaction, mostReserve()),
                checked,
                highest.with(learned.currents().max(PhaseCurrents.ZERO), day(sum.at())));
    }

    /** From the reading before to this one; after a silence it says nothing. */
    private Duration sinceLast(MeterReading.Measured sum) {
        MeterReading.Measured last = plausibility.last();
        Duration since = last == null ? Duration.ZERO : Duration.between(last.at(), sum.at());
        boolean isSilence = meters.stream().anyMatch(meter -> since.compareTo(meter.maximumAge()) > 0);
        return since.isNegative() || isSilence ? Duration.ZERO : since;
    }

    /** Where it was stale up to now, what was assumed is where it falls from. */
    private MeteredStrand recovered(Instant now) {
        return switch (load(now)) {
            case MeteredLoad.Assumed assumed
            when baseLoad != null ->
                new MeteredStrand(
                        strand,
                        meters,
                        newest,
                        BaseLoad.of(
                                assumed.baseLoad().max(baseLoad.currents()), higher(assumed.power(), baseLoad.power())),
                        reserve,
                        plausibility,
                        highest);
            case MeteredLoad.Assumed _, MeteredLoad.Measured _, MeteredLoad.Stopped _ -> this;
        };
    }

    private static Power higher(Power one, Power other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** What is strange about its meters; null: nothing. */
    public @Nullable Oddity oddity() {
        return plausibility.oddity();
    }

    /** What counts at that moment. */
    public MeteredLoad load(Instant now) {
        Oddity oddity = oddity();
        if (oddity != null && oddity.isDistrusted()) {
            return assumed("the meter " + oddity.words(), now);
        }
        if (baseLoad == null || sum(now) == null) {
            return assumed(baseLoad == null ? "no meter was read yet" : "its newest reading is too old", now);
        }
        return new MeteredLoad.Measured(baseLoad.currents(), baseLoad.power(), reserve.reserve(), feedsIn());
    }

    /** What other consumers may do before we have reacted; null: nobody can tell. */
    public @Nullable Outlook outlook(Instant now) {
        return switch (load(now)) {
            case MeteredLoad.Measured it ->
                new Outlook(
                        it.feedIn() || it.power().watts() > 0 ? it.power() : Power.ZERO,
                        strand.voltage().power(it.reserve()),
                        reserve.reaction());
            case MeteredLoad.Assumed it -> Outlook.steady(it.power());
            case MeteredLoad.Stopped _ -> null;
        };
    }

    /** Its meters' rules, the safest of them. */
    private MeteredLoad assumed(String why, Instant now) {
        PhaseCurrents sum = PhaseCurrents.ZERO;
        for (MeterSettings meter : meters) {
            PhaseCurrents assumed = switch (meter.whenStale()) {
                case StaleRule.Fixed fixed -> fixed.baseLoad();
                case StaleRule.HighestOf rule -> highest.of(rule.days(), day(now));
                case StaleRule.StopCharging _ -> null;
            };
            if (assumed == null) {
                return new MeteredLoad.Stopped(why);
            }
            sum = meter.whenStale() instanceof StaleRule.HighestOf ? sum.max(assumed) : sum.plus(assumed);
        }
        return new MeteredLoad.Assumed(sum, strand.voltage().power(sum), why);
    }

    private boolean feedsIn() {
        return !meters.isEmpty() && meters.stream().allMatch(MeterSettings::feedIn);
    }

    private Current mostReserve() {
        PhaseCurrents rating = strand.rating().currents();
        Power power = strand.rating().power();
        Current bound = rating != null
                ? rating.lightest()
                : power == null ? Current.ZERO : strand.voltage().current(power, 3);
        return Current.ofMilliamps((int) ((long) bound.milliamps() * MOST_RESERVE_PERCENT / 100));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
