/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.quirk;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.metering.MeterOverrides;
import steve.loadmanagement.metering.MeterSetup;
import steve.loadmanagement.site.ProfileShape;
import steve.loadmanagement.site.StationTraits;
import steve.loadmanagement.site.StationTraits.ProfilePurpose;
import steve.loadmanagement.unit.Current;

/**
 * How a station is treated: what its quirk profile says; where that is silent, what it says of itself; else as usual.
 *
 * @param profile the name of its quirk profile; null: none fits
 * @param traits as the ledger goes by
 * @param takesWatts limits in W, over all phases
 * @param step what it resolves; null: as entered with the EVSE
 * @param controllable false: its rating is reserved
 * @param neverPause it is never told 0 A
 * @param efficiencyPercent of its rectifier; 100 for an AC station
 * @param leastSampleSeconds shortest sample interval that it takes; null: nobody knows
 * @param oneMeasurandAtATime it does not bear a list of measurands
 */
public record Fit(
        @Nullable String profile,
        StationTraits traits,
        boolean takesWatts,
        @Nullable Current step,
        boolean controllable,
        boolean neverPause,
        int efficiencyPercent,
        MeterSetup meter,
        @Nullable Integer leastSampleSeconds,
        boolean oneMeasurandAtATime) {

    private static final QuirkProfile NONE = new QuirkProfile("as usual", new Match(null, null, null), true, Map.of());

    /** Of a station of which nothing is known. */
    public static final Fit STANDARD = of(null, Capabilities.UNKNOWN);

    public static Fit of(@Nullable QuirkProfile matched, Capabilities capabilities) {
        QuirkProfile profile = matched == null ? NONE : matched;
        String unit = profile.value(Quirk.UNIT);
        boolean saysWattsOnly =
                Boolean.TRUE.equals(capabilities.takesWatts()) && Boolean.FALSE.equals(capabilities.takesAmperes());
        Integer step = profile.number(Quirk.STEP_MA);
        Integer efficiency = profile.number(Quirk.EFFICIENCY_PERCENT);
        return new Fit(
                matched == null ? null : matched.name(),
                traits(profile, capabilities),
                unit == null ? saysWattsOnly : unit.equals("W"),
                step == null ? null : Current.ofMilliamps(step),
                !Boolean.FALSE.equals(profile.flag(Quirk.CONTROLLABLE)),
                "ignores-limit".equals(profile.value(Quirk.RESUME)),
                efficiency == null ? 100 : efficiency,
                meter(profile),
                profile.number(Quirk.LEAST_SAMPLE_SECONDS),
                profile.says(Quirk.ONE_MEASURAND_AT_A_TIME));
    }

    /** The shape of its profiles. */
    public ProfileShape shape() {
        ProfileShape shape = traits.shape();
        return takesWatts
                ? new ProfileShape(
                        shape.stackLevel(), shape.kind(), new ProfileShape.LimitUnit.Watts(efficiencyPercent))
                : shape;
    }

    private static StationTraits traits(QuirkProfile profile, Capabilities capabilities) {
        StationTraits usual = StationTraits.STANDARD;
        Integer raise = profile.number(Quirk.SECONDS_BETWEEN_WRITES);
        Integer settle = profile.number(Quirk.SETTLE_SECONDS);
        Integer boot = profile.number(Quirk.BOOT_SECONDS);
        return new StationTraits(
                purposes(profile),
                takesTwoPeriods(profile, capabilities),
                profile.number(Quirk.WRITES_A_DAY),
                raise == null ? usual.raiseInterval() : Duration.ofSeconds(raise),
                settle == null ? null : Duration.ofSeconds(settle),
                boot == null ? usual.greetingWait() : Duration.ofSeconds(boot),
                profile.says(Quirk.FORGETS_ON_BOOT),
                profile.says(Quirk.MAY_BE_STOPPED),
                shape(profile));
    }

    private static List<ProfilePurpose> purposes(QuirkProfile profile) {
        String said = profile.value(Quirk.PURPOSES);
        return said == null
                ? StationTraits.STANDARD.purposes()
                : Quirk.parts(said).stream()
                        .map(word -> ProfilePurpose.valueOf(word.toUpperCase(Locale.ROOT)))
                        .toList();
    }

    /** Not where its times are relative: nobody knows when a second period begins. */
    private static boolean takesTwoPeriods(QuirkProfile profile, Capabilities capabilities) {
        Integer said = profile.number(Quirk.PERIODS);
        Integer periods = said == null ? capabilities.periods() : said;
        boolean isOne = periods != null && periods == 1;
        boolean isUnwanted = Boolean.FALSE.equals(profile.flag(Quirk.DEAD_MAN));
        return !isOne && !isUnwanted && shape(profile).kind() == ProfileShape.Kind.ABSOLUTE;
    }

    private static ProfileShape shape(QuirkProfile profile) {
        Integer stackLevel = profile.number(Quirk.STACK_LEVEL);
        boolean isRelative = "relative".equals(profile.value(Quirk.KIND));
        return new ProfileShape(
                stackLevel == null ? 0 : stackLevel,
                isRelative ? ProfileShape.Kind.RELATIVE : ProfileShape.Kind.ABSOLUTE,
                new ProfileShape.LimitUnit.Amperes());
    }

    private static MeterSetup meter(QuirkProfile profile) {
        Map<String, String> names = new HashMap<>();
        String pairs = profile.value(Quirk.METER_PHASE_NAMES);
        for (String pair : pairs == null ? List.<String>of() : Quirk.parts(pairs)) {
            names.put(pair.substring(0, Math.max(0, pair.indexOf('='))), pair.substring(pair.indexOf('=') + 1));
        }
        Integer efficiency = profile.number(Quirk.EFFICIENCY_PERCENT);
        MeterOverrides overrides = new MeterOverrides(
                profile.value(Quirk.METER_CURRENT_UNIT),
                profile.value(Quirk.METER_POWER_UNIT),
                profile.value(Quirk.METER_ENERGY_UNIT),
                names);
        return new MeterSetup(
                overrides,
                profile.number(Quirk.METER_PHASES),
                profile.says(Quirk.METER_CURRENT_IS_SUM),
                efficiency == null ? 100 : efficiency,
                profile.says(Quirk.METER_IS_MAIN));
    }
}
