/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static support.Sites.amps;
import static support.Sites.kilowatts;
import static support.Sites.strandWith;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Sharing;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Power;
import support.Sites;

/**
 * The four pictures of the sheet: a strand fused for 50 kW, which are 217.391 A over all phases at 230 V, and three-phase
 * cars of 32 A at most. Each row is a picture: the cars, and what each of them gets in A. Of 50 kW, as much as a round of
 * steps of 0.1 A leaves goes to the first in steps.
 */
class SheetTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    /** Each car: {@code c} a common one, {@code P} a priority user, or a number: it takes so many A at most by itself. */
    private static String granted(String cars, Power capacity, Sharing sharing) {
        String[] each = cars.strip().split(" +");
        Strand plain = strandWith(kilowatts(50), 1).root();
        Strand strand = new Strand(
                plain.id(),
                plain.name(),
                null,
                plain.rating(),
                plain.voltage(),
                plain.fallback(),
                Mode.ACTIVE,
                sharing,
                null);
        Site site =
                Site.of(List.of(strand), strandWith(kilowatts(50), each.length).evses());
        List<Demand> demands = new ArrayList<>();
        for (int car = 0; car < each.length; car++) {
            demands.add(demand(site.evses().get(car), each[car]));
        }
        Map<StrandId, Capacity> capacities =
                Map.of(strand.id(), new Capacity(null, LimitSource.RATING, capacity, LimitSource.RATING));
        return new TreeAllocator()
                .allocate(new Snapshot(NOON, site, capacities, demands)).allocations().stream()
                        .map(allocation -> String.valueOf(allocation.current().milliamps() / 1000.0))
                        .collect(joining(" "));
    }

    private static Demand demand(Evse evse, String car) {
        return switch (car) {
            case "c" -> Sites.demand(evse);
            case "P" -> Sites.demand(evse, null, 0);
            default -> Sites.demand(evse).upTo(amps(Double.parseDouble(car)));
        };
    }

    @ParameterizedTest
    @CsvSource({
        "c, 32.0",
        "c c, 32.0 32.0",
        "c c c, 24.2 24.1 24.1",
        "c c c c, 18.1 18.1 18.1 18.1",
        "c c c c c, 14.5 14.5 14.5 14.5 14.4",
        "c c c c c c, 12.1 12.1 12.1 12.1 12.0 12.0"
    })
    void staticTheFusedPowerIsSharedEqually(String cars, String expected) {
        assertThat(granted(cars, Power.ofKilowatts(50), Sharing.DEFAULT)).isEqualTo(expected);
    }

    /** The further consumers take so many kW of the 50. */
    @ParameterizedTest
    @CsvSource({
        "0,  c c c c, 18.1 18.1 18.1 18.1",
        "20, c c, 21.7 21.7",
        "20, c c c c, 10.9 10.9 10.8 10.8",
        "40, c c, 7.2 7.2",
        "40, c c c, 7.2 7.2 0.0",
        "46, c c, 0.0 0.0",
        "60, c c, 0.0 0.0"
    })
    void dynamicFurtherConsumersComeFirst(int others, String cars, String expected) {
        assertThat(granted(cars, Power.ofKilowatts(50 - others), Sharing.DEFAULT))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "c 12 c, 30.2 12.0 30.2",
        "c c 10 c, 20.8 20.8 10.0 20.8",
        "8 8 c c, 8.0 8.0 28.2 28.2",
        "16 c c c, 16.0 18.8 18.8 18.8",
        "6 6 6 6 c c, 6.0 6.0 6.0 6.0 24.2 24.2"
    })
    void closedLoopWhatOneDoesNotTakeGoesToTheOthers(String cars, String expected) {
        assertThat(granted(cars, Power.ofKilowatts(50), Sharing.DEFAULT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "MAY_BE_PAUSED, c P, 32.0 32.0",
        "MAY_BE_PAUSED, c P c, 20.2 32.0 20.2",
        "MAY_BE_PAUSED, P c c c, 32.0 13.5 13.5 13.4",
        "MAY_BE_PAUSED, c c c P c c, 8.1 8.1 8.1 32.0 8.1 8.0",
        "MAY_BE_PAUSED, P P c, 32.0 32.0 8.4",
        "MAY_BE_PAUSED, P P P c, 24.2 24.1 24.1 0.0",
        "KEEP_MINIMUM, P P P c, 22.2 22.1 22.1 6.0",
        "KEEP_MINIMUM, c P c, 20.2 32.0 20.2"
    })
    void prioritizedAPriorityUserHasTheMaximum(Sharing.Others others, String cars, String expected) {
        assertThat(granted(cars, Power.ofKilowatts(50), new Sharing(Sharing.Measure.POWER, others)))
                .isEqualTo(expected);
    }

    /** 14 kW of further consumers, a priority user, one that takes 6.5 A at most, two more. */
    @ParameterizedTest
    @CsvSource({"c 6.5 c P, 6.8 6.5 6.8 32.0"})
    void allFourCombine(String cars, String expected) {
        assertThat(granted(cars, Power.ofKilowatts(36), Sharing.DEFAULT)).isEqualTo(expected);
    }
}
