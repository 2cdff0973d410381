/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.replay;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Sharing;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StationTraits;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Energy;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import steve.loadmanagement.unit.Voltage;
import steve.loadmanagement.unit.Wiring;

/**
 * Reads the snapshots in one JSON object: one for each root strand in it. Strands are numbered in the order of their names,
 * so that the order in the file does not show. What contradicts itself is kept for the plan to answer; what is no snapshot
 * at all is refused.
 */
final class SnapshotReader {

    private static final Pattern EVSE = Pattern.compile("(.+)/([1-9][0-9]{0,8})");
    private static final StrandId NOWHERE = new StrandId(Integer.MIN_VALUE);
    private static final int LARGEST_STEP = 100_000;
    private static final int MOST_WEIGHT = 1000;
    private static final Current WIDE = Current.ofMilliamps(1_000_000_000);

    private final Fields fields;
    private final Voltage voltage;
    private final Map<String, StrandId> ids = new HashMap<>();
    private final Map<StrandId, Capacity> capacities = new HashMap<>();
    private final Map<EvseRef, Evse> evses = new HashMap<>();
    private final List<Demand> demands = new ArrayList<>();

    private SnapshotReader(Fields fields) {
        this.fields = fields;
        this.voltage =
                new Voltage(requireNonNullElse(fields.numberWithin("voltage_v", 1, 1_000), Voltage.NOMINAL.volts()));
    }

    /** Throws {@link Fields.Wrong} or {@link steve.loadmanagement.site.InvalidSite}. */
    static List<Snapshot> read(Fields fields) {
        return new SnapshotReader(fields).snapshots();
    }

    private List<Snapshot> snapshots() {
        Instant now = fields.timeThatMustBe("now");
        List<Strand> strands = strands(fields.list("strands"));
        fields.list("evses").forEach(this::evse);
        List<Site> sites = Site.allOf(strands, placed());
        Map<StrandId, List<Demand>> demandsByRoot = demandsByRoot(sites);
        Map<StrandId, Capacity> known = Map.copyOf(capacities);
        return sites.stream()
                .map(site -> new Snapshot(
                        now, site, known, demandsByRoot.getOrDefault(site.root().id(), List.of())))
                .toList();
    }

    private List<Strand> strands(List<Fields> given) {
        if (given.isEmpty()) {
            throw fields.wrong("strands", "is empty");
        }
        Set<String> names = new TreeSet<>();
        for (Fields strand : given) {
            if (!names.add(strand.textThatMustBe("id"))) {
                throw strand.wrong("id", "is given twice: " + Fields.shown(strand.text("id")));
            }
        }
        names.forEach(name -> ids.put(name, new StrandId(ids.size() + 1)));
        takeNumbers(given);
        return given.stream()
                .map(this::strand)
                .sorted(Comparator.comparing(Strand::id))
                .toList();
    }

    /** Those on no strand are for the first site to say so. */
    private Map<StrandId, List<Demand>> demandsByRoot(List<Site> sites) {
        StrandId first = sites.getFirst().root().id();
        Map<StrandId, StrandId> roots = new HashMap<>();
        for (Site site : sites) {
            site.strands().forEach(strand -> roots.put(strand.id(), site.root().id()));
        }
        return demands.stream().collect(groupingBy(demand -> roots.getOrDefault(strandOf(demand), first)));
    }

    private StrandId strandOf(Demand demand) {
        @Nullable Evse evse = evses.get(demand.evse());
        return evse == null ? NOWHERE : evse.strand();
    }

    /** What we have written ourselves has the strands' own numbers, and with them their order. */
    private void takeNumbers(List<Fields> strands) {
        Map<String, StrandId> numbers = new HashMap<>();
        for (Fields strand : strands) {
            @Nullable Integer number = strand.number("number");
            if (number != null) {
                numbers.put(strand.textThatMustBe("id"), new StrandId(number));
            }
        }
        if (new HashSet<>(numbers.values()).size() == ids.size()) {
            ids.putAll(numbers);
        }
    }

    private List<Evse> placed() {
        return evses.values().stream()
                .filter(evse -> !evse.strand().equals(NOWHERE))
                .toList();
    }

    private Strand strand(Fields strand) {
        String name = strand.textThatMustBe("id");
        StrandId id = idOf(name);
        @Nullable String parent = strand.text("parent");
        if (parent != null && !ids.containsKey(parent)) {
            throw strand.wrong(
                    "parent", "of strand " + Fields.shown(name) + " does not exist: " + Fields.shown(parent));
        }
        capacities.put(id, capacity(strand));
        @Nullable Integer unbalance = strand.number("unbalance_ma");
        return new Strand(
                id,
                name,
                parent == null ? null : idOf(parent),
                new Limit(PhaseCurrents.ofEach(WIDE), null, LimitSource.RATING),
                voltage,
                new Fallback.Block(),
                Mode.ACTIVE,
                new Sharing(
                        strand.choice("measure", Sharing.Measure.class, Sharing.DEFAULT.measure()),
                        strand.choice("others", Sharing.Others.class, Sharing.DEFAULT.others())),
                unbalance == null ? null : Current.ofMilliamps(unbalance));
    }

    private StrandId idOf(String name) {
        return ids.getOrDefault(name, NOWHERE);
    }

    private Capacity capacity(Fields strand) {
        @Nullable Fields limit = strand.fields("limit_ma");
        @Nullable Fields base = strand.fields("base_load_ma");
        int[] baseLoad = base == null ? new int[3] : phases(base);
        @Nullable PhaseCurrents currents = null;
        if (limit != null) {
            int[] limits = phases(limit);
            currents = new PhaseCurrents(
                    less(limits[0], baseLoad[0]), less(limits[1], baseLoad[1]), less(limits[2], baseLoad[2]));
        }
        if (!strand.has("limit_ma") && !strand.has("limit_w")) {
            throw strand.wrong("limit_ma", "is missing; for no limit in A, let it be null");
        }
        @Nullable Integer watts = strand.number("limit_w");
        long taken = Arrays.stream(baseLoad).asLongStream().sum() * voltage.volts();
        return new Capacity(
                currents,
                strand.choice("current_source", LimitSource.class, LimitSource.RATING),
                watts == null ? null : Power.ofMilliwatts(watts * 1000L - taken),
                strand.choice("power_source", LimitSource.class, LimitSource.RATING));
    }

    private static int[] phases(Fields currents) {
        return new int[] {
            currents.numberThatMustBe("L1"), currents.numberThatMustBe("L2"), currents.numberThatMustBe("L3")
        };
    }

    private static Current less(int limit, int baseLoad) {
        return Current.ofMilliamps(fit((long) limit - baseLoad));
    }

    private static int fit(long value) {
        return (int) Math.clamp(value, -Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private void evse(Fields evse) {
        EvseRef ref = ref(evse.textThatMustBe("evse"));
        StrandId strand = idOf(requireNonNullElse(evse.text("strand"), ""));
        Current minimum = Current.ofMilliamps(evse.numberThatMustBe("minimum_ma"));
        Current ceiling = Current.ofMilliamps(evse.numberThatMustBe("ceiling_ma"));
        evse.numberThatMustBe("step_ma");
        int step = requireNonNullElse(evse.numberWithin("step_ma", 1, LARGEST_STEP), 1);
        int weight = requireNonNullElse(evse.numberWithin("weight", 1, MOST_WEIGHT), 1);
        Evse placed = new Evse(
                ref,
                strand,
                wiring(evse),
                WIDE,
                Current.ofMilliamps(1),
                Current.ofMilliamps(step),
                new Fallback.Block(),
                weight,
                true,
                false,
                StationTraits.STANDARD);
        if (evses.put(ref, placed) != null) {
            throw evse.wrong("evse", "is given twice: " + Fields.shown(evse.text("evse")));
        }
        demands.add(new Demand(
                ref,
                minimum,
                ceiling,
                Demand.Cause.VEHICLE,
                evse.numberWithin("phases_used", 1, 3),
                evse.number("tier", 0),
                weight,
                Energy.ofWattHours(evse.large("served_wh")),
                evse.time("charging_since"),
                evse.flag("never_pause")));
    }

    private static EvseRef ref(String name) {
        Matcher matcher = EVSE.matcher(name);
        return matcher.matches()
                ? new EvseRef(matcher.group(1), Integer.parseInt(matcher.group(2)))
                : new EvseRef(name, 0);
    }

    private static Wiring wiring(Fields evse) {
        @Nullable String text = evse.text("wiring");
        if (text == null) {
            return Wiring.UNKNOWN;
        }
        return Arrays.stream(Wiring.values())
                .filter(wiring -> SnapshotWriter.word(wiring).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> evse.wrong("wiring", "is one of L1L2L3, L2L3L1 ... L1, L2, L3, unknown, not " + text));
    }
}
