/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import steve.loadmanagement.control.Alarm;

/** What can happen in a {@link Story}, and what can be held of it. */
final class Sentences {

    private static final double WANTED_WH = 60_000;
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int ALL_PHASES = 3;
    private static final int RATING_MA = 32_000;
    private static final int MINIMUM_MA = 6_000;
    private static final Duration DOWN = Duration.ofSeconds(4);
    private static final Duration UP = Duration.ofSeconds(2);

    private final CarPark carPark;
    private final Map<Pattern, Consumer<MatchResult>> known = new LinkedHashMap<>();

    Sentences(CarPark carPark) {
        this.carPark = carPark;
        cars();
        stations();
        host();
        expectations();
    }

    /** @throws IllegalArgumentException if nobody understands it */
    void happen(String sentence, String line) {
        for (Map.Entry<Pattern, Consumer<MatchResult>> one : known.entrySet()) {
            Matcher matcher = one.getKey().matcher(sentence);
            if (matcher.matches()) {
                try {
                    one.getValue().accept(matcher.toMatchResult());
                } catch (AssertionError e) {
                    throw new AssertionError("at " + line, e);
                }
                return;
            }
        }
        throw new IllegalArgumentException("nobody understands: " + line);
    }

    private void on(String pattern, Consumer<MatchResult> happens) {
        known.put(Pattern.compile(pattern), happens);
    }

    private void cars() {
        on("a car comes to (\\w+)", m -> arrive(m.group(1), ALL_PHASES, RATING_MA, MINIMUM_MA));
        on("a car that takes (\\d+) A comes to (\\w+)", m -> arrive(m.group(2), ALL_PHASES, amps(m, 1), MINIMUM_MA));
        on("a car with one phase comes to (\\w+)", m -> arrive(m.group(1), 1, RATING_MA, MINIMUM_MA));
        on("a car that needs (\\d+) A comes to (\\w+)", m -> arrive(m.group(2), ALL_PHASES, RATING_MA, amps(m, 1)));
        on("the car at (\\w+) leaves", m -> station(m.group(1)).unplug(plug(m.group(1))));
        on("the car at (\\w+) pauses for (\\d+) s", m -> car(m.group(1)).pause(seconds(m, 2)));
    }

    private void stations() {
        on("(\\w+) loses its line for (\\d+) min", m -> station(m.group(1)).breakLine(minutes(m, 2)));
        on("(\\w+) boots for (\\d+) s", m -> station(m.group(1)).reboot(seconds(m, 2)));
        on("(\\w+) is slow for (\\d+) min", m -> {
            Link link = station(m.group(1)).link();
            link.slowDown(Duration.ofMinutes(1));
            carPark.timeline().after(minutes(m, 2), () -> link.slowDown(Duration.ZERO));
        });
        on("(\\w+) answers nothing for (\\d+) min", m -> {
            Link link = station(m.group(1)).link();
            link.lose(1);
            carPark.timeline().after(minutes(m, 2), () -> link.lose(0));
        });
        on("(\\w+) refuses everything for (\\d+) min", m -> {
            Station station = station(m.group(1));
            station.refuse(true);
            carPark.timeline().after(minutes(m, 2), () -> station.refuse(false));
        });
        on("(\\w+) sends its start again", m -> station(m.group(1)).replayStart(plug(m.group(1))));
    }

    private void host() {
        on("SteVe dies for (\\d+) s", m -> carPark.steve().crash(seconds(m, 1)));
        on(
                "SteVe dies after it stored",
                _ -> carPark.database().afterNextWrite(() -> carPark.steve().crash(Duration.ofMinutes(1))));
        on("SteVe's clock leaps (-?\\d+) min", m -> carPark.steve().clock().setWrongBy(minutes(m, 1)));
        on("the database is gone for (\\d+) min", m -> {
            carPark.database().setGone(true);
            carPark.timeline().after(minutes(m, 1), () -> carPark.database().setGone(false));
        });
    }

    private void expectations() {
        on("(\\w+) draws nothing", m -> assertThat(drawnMa(m.group(1))).isZero());
        on("(\\w+) draws (\\d+) A", m -> assertThat(drawnMa(m.group(1))).isEqualTo(amps(m, 2)));
        on("(\\w+) draws at most (\\d+) A", m -> assertThat(drawnMa(m.group(1))).isLessThanOrEqualTo(amps(m, 2)));
        on(
                "(\\w+) draws at least (\\d+) A",
                m -> assertThat(drawnMa(m.group(1))).isGreaterThanOrEqualTo(amps(m, 2)));
        on(
                "(\\w+) was sent at most (\\d+) profiles",
                m -> assertThat(station(m.group(1)).takeProfilesReceived())
                        .isLessThanOrEqualTo(Integer.parseInt(m.group(2))));
        on(
                "(\\w+) has the alarm (\\w+)",
                m -> assertThat(alarms()).contains(Alarm.Kind.valueOf(m.group(2)) + " at " + m.group(1)));
        on(
                "the others gave way within (\\d+) s",
                m -> assertThat(carPark.trueLoad().untilOthersGaveWay())
                        .isNotEmpty()
                        .allMatch(time -> time.compareTo(seconds(m, 1)) <= 0));
        on("nobody has an alarm", _ -> assertThat(alarms()).isEmpty());
    }

    /** The subject of an EVSE's alarm is its station here: each has one. */
    private List<String> alarms() {
        return carPark.steve().alarms().stream()
                .map(alarm -> alarm.kind() + " at " + alarm.subject().replace("/1", ""))
                .toList();
    }

    private void arrive(String name, int phases, int mostMa, int minimumMa) {
        Car.Kind kind = new Car.Kind(phases, mostMa, minimumMa, DOWN, UP, 0);
        carPark.arrive(station(name), plug(name), kind, WANTED_WH, A_DAY);
    }

    private Station station(String name) {
        return carPark.station(name);
    }

    private Plug plug(String name) {
        return station(name).plugs().getFirst();
    }

    private Car car(String name) {
        return Objects.requireNonNull(plug(name).car(), name + " has no car");
    }

    private int drawnMa(String name) {
        return plug(name).drawnMa();
    }

    private static int amps(MatchResult match, int group) {
        return 1000 * Integer.parseInt(match.group(group));
    }

    private static Duration minutes(MatchResult match, int group) {
        return Duration.ofMinutes(Integer.parseInt(match.group(group)));
    }

    private static Duration seconds(MatchResult match, int group) {
        return Duration.ofSeconds(Integer.parseInt(match.group(group)));
    }
}
