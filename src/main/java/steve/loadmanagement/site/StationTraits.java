/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a station can do, and how it must be treated.
 *
 * @param purposes by which profiles it can be told a grant, the best first; never empty
 * @param takesTwoPeriods whether a profile can have a second period: without one, a grant has no dead man
 * @param writesADay how many profiles its memory bears in 24 h, those that we must send included; null: as many as we like
 * @param raiseInterval least time between two raises
 * @param settleTime from an accepted cut until the vehicle has surely followed; null: the usual time
 * @param greetingWait from its boot, or its return after a gap, until it takes profiles
 * @param forgetsOnBoot whether its profiles are gone after it started anew
 * @param mayBeStopped whether its transaction may be stopped where nothing else makes it follow
 * @param shape what its profiles look like
 */
public record StationTraits(
        List<ProfilePurpose> purposes,
        boolean takesTwoPeriods,
        @Nullable Integer writesADay,
        Duration raiseInterval,
        @Nullable Duration settleTime,
        Duration greetingWait,
        boolean forgetsOnBoot,
        boolean mayBeStopped,
        ProfileShape shape) {

    /** A station that does as OCPP 1.6 says. */
    public static final StationTraits STANDARD = new StationTraits(
            List.of(ProfilePurpose.TRANSACTION, ProfilePurpose.DEFAULT),
            true,
            null,
            Duration.ofSeconds(30),
            null,
            Duration.ofSeconds(2),
            false,
            false);

    /** One whose profiles look as usual. */
    public StationTraits(
            List<ProfilePurpose> purposes,
            boolean takesTwoPeriods,
            @Nullable Integer writesADay,
            Duration raiseInterval,
            @Nullable Duration settleTime,
            Duration greetingWait,
            boolean forgetsOnBoot,
            boolean mayBeStopped) {
        this(
                purposes,
                takesTwoPeriods,
                writesADay,
                raiseInterval,
                settleTime,
                greetingWait,
                forgetsOnBoot,
                mayBeStopped,
                ProfileShape.STANDARD);
    }

    public StationTraits {
        purposes = List.copyOf(purposes);
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("a station that takes no profile is not controllable");
        }
    }

    /** The same with profiles of that shape. */
    public StationTraits with(ProfileShape newShape) {
        return new StationTraits(
                purposes,
                takesTwoPeriods,
                writesADay,
                raiseInterval,
                settleTime,
                greetingWait,
                forgetsOnBoot,
                mayBeStopped,
                newShape);
    }

    /** What a profile is for (OCPP 1.6, section 3.13.1). */
    public enum ProfilePurpose {
        /** TxProfile: for the running transaction alone. */
        TRANSACTION,
        /** TxDefaultProfile: for every transaction without one of its own. */
        DEFAULT,
        /** ChargePointMaxProfile: for the whole station. */
        STATION
    }
}
