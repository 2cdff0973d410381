/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Fallback;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Margin;
import steve.loadmanagement.site.Mode;
import steve.loadmanagement.site.Sharing;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StationTraits;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Voltage;
import steve.loadmanagement.unit.Wiring;

/**
 * A story from the field, told in a YAML file: strands, stations with their habits, and what happens when, one
 * {@link Sentences sentence} a line. Between the lines everything runs as it would.
 *
 * @param title what it shows
 * @param strands by name: {@code limit_a} on each phase, and {@code in}, the strand above
 * @param fallback {@code block}, {@code reserve} or {@code block then reserve}
 * @param stations by name: its {@code strand}, and what it is like
 * @param story the lines, {@code HH:MM sentence}, in order
 */
record Story(
        String title,
        Map<String, Map<String, Object>> strands,
        String fallback,
        Map<String, Map<String, Object>> stations,
        List<String> story) {

    private static final Instant MIDNIGHT = Instant.parse("2026-06-01T00:00:00Z");
    private static final int RATING_A = 32;
    private static final int FALLBACK_A = 6;
    private static final int TIME_LENGTH = "00:00".length();

    @SuppressWarnings("unchecked")
    static Story of(Path file) {
        try {
            Map<String, Object> read = new Yaml().load(Files.readString(file));
            return new Story(
                    (String) Objects.requireNonNull(read.get("title")),
                    (Map<String, Map<String, Object>>) Objects.requireNonNull(read.get("strands")),
                    (String) read.getOrDefault("fallback", "block"),
                    (Map<String, Map<String, Object>>) Objects.requireNonNull(read.get("stations")),
                    (List<String>) Objects.requireNonNull(read.get("story")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lets it happen, and holds what it says.
     *
     * @param seed of all that is left to chance, such as how long messages take
     */
    CarPark tell(long seed) {
        CarPark carPark = new CarPark(site(), this::habits, MIDNIGHT, seed);
        carPark.open();
        Sentences sentences = new Sentences(carPark);
        for (String line : story) {
            carPark.timeline().runUntil(MIDNIGHT.plus(time(line)));
            sentences.happen(line.substring(TIME_LENGTH).strip(), line);
        }
        return carPark;
    }

    private static Duration time(String line) {
        return Duration.ofHours(Integer.parseInt(line.substring(0, 2)))
                .plusMinutes(Integer.parseInt(line.substring(3, TIME_LENGTH)));
    }

    private Site site() {
        List<String> names = List.copyOf(strands.keySet());
        List<Strand> built = new ArrayList<>();
        strands.forEach((name, its) -> built.add(strand(names, name, its)));
        List<Evse> evses = new ArrayList<>();
        stations.forEach((name, its) -> evses.add(evse(name, its, names)));
        return Site.of(built, evses);
    }

    private Strand strand(List<String> names, String name, Map<String, Object> its) {
        Current limit = Current.ofAmps(number(its, "limit_a", 0));
        String above = (String) its.get("in");
        return new Strand(
                id(names, name),
                name,
                above == null ? null : id(names, above),
                new Limit(new PhaseCurrents(limit, limit, limit), null, LimitSource.RATING),
                Voltage.NOMINAL,
                fallbackOfAll(),
                Mode.ACTIVE,
                Sharing.DEFAULT,
                null,
                Margin.NONE,
                Boolean.TRUE.equals(its.get("closed_loop")));
    }

    private static StrandId id(List<String> names, String name) {
        return new StrandId(1 + names.indexOf(name));
    }

    private Fallback fallbackOfAll() {
        Current idle = Current.ofAmps(FALLBACK_A);
        return switch (fallback) {
            case "block" -> new Fallback.Block();
            case "reserve" -> new Fallback.Reserve(idle);
            case "block then reserve" -> new Fallback.BlockThenReserve(idle, Duration.ofHours(4));
            default -> throw new IllegalArgumentException("no fallback: " + fallback);
        };
    }

    private Evse evse(String name, Map<String, Object> its, List<String> names) {
        StationTraits usual = StationTraits.STANDARD;
        int writes = number(its, "writes_a_day", 0);
        StationTraits traits = new StationTraits(
                usual.purposes(),
                true,
                writes == 0 ? null : writes,
                usual.raiseInterval(),
                null,
                usual.greetingWait(),
                its.get("forgets_on_boot") != null,
                false);
        String strand = (String) its.getOrDefault("strand", names.getFirst());
        return new Evse(
                new EvseRef(name, 1),
                id(names, strand),
                Wiring.valueOf((String) its.getOrDefault("wiring", "L1L2L3")),
                Current.ofAmps(RATING_A),
                Current.ofAmps(number(its, "minimum_a", FALLBACK_A)),
                Current.ofMilliamps(100),
                fallbackOfAll(),
                1,
                true,
                false,
                traits);
    }

    private Habits habits(String name) {
        Map<String, Object> its = Objects.requireNonNull(stations.get(name));
        int interval = number(its, "meter_s", 30);
        return new Habits(
                interval == 0 ? null : Duration.ofSeconds(interval),
                Duration.ofSeconds(number(its, "clock_s", 0)),
                number(its, "ignores_percent", 0) / 100.0,
                number(its, "rejects_percent", 0) / 100.0,
                its.get("forgets_on_boot") != null,
                its.get("says_available") != null,
                its.get("flushes_old_readings") != null);
    }

    private static int number(Map<String, Object> its, String key, int otherwise) {
        @Nullable Object value = its.get(key);
        return value == null ? otherwise : ((Number) value).intValue();
    }
}
