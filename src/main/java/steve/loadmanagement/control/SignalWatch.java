/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.capacity.GridSignal;
import steve.loadmanagement.capacity.LimitOverTime;
import steve.loadmanagement.capacity.LineNews;
import steve.loadmanagement.capacity.SignalLine;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.control.Alarms.Condition;

/**
 * What comes on signal lines. It is in force from the next cycle on, stored or not: a database that is gone does not keep
 * the grid operator from dimming.
 */
final class SignalWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SignalWatch.class);

    /** That a channel still says the same is stored now and then only. */
    private static final Duration STORE_AGAIN = Duration.ofSeconds(10);

    private final SignalPorts ports;
    private final Map<SignalLineId, LineNews> newest = new ConcurrentHashMap<>();
    private final Map<SignalLineId, LineNews> said = new ConcurrentHashMap<>();
    private volatile Map<SignalLineId, SignalLine> lines = Map.of();
    private final Map<SignalLineId, LineNews> taken = new HashMap<>();
    private final Map<SignalLineId, GridSignal> signals = new HashMap<>();
    private final Map<SignalLineId, Instant> storedAt = new HashMap<>();
    private final Map<SignalLineId, LimitOverTime> limits = new HashMap<>();

    SignalWatch(SignalPorts ports) {
        this.ports = ports;
    }

    /** Takes news in, and says whether they change what is in force. From any thread. */
    boolean on(LineNews news) {
        if (!lines.containsKey(news.line())) {
            return false;
        }
        newest.put(news.line(), news);
        return !(news instanceof LineNews.Unusable) && isOther(said.put(news.line(), news), news);
    }

    private static boolean isOther(@Nullable LineNews before, LineNews news) {
        if (before instanceof LineNews.Dimmed was && news instanceof LineNews.Dimmed is) {
            return was.isDimmed() != is.isDimmed() || !Objects.equals(was.limit(), is.limit());
        }
        if (before instanceof LineNews.Limited was && news instanceof LineNews.Limited is) {
            return !was.limit().equals(is.limit())
                    || was.validFor().isZero() != is.validFor().isZero();
        }
        return true;
    }

    /** The newest of a line, usable or not; null: nothing came yet. From any thread. */
    @Nullable
    LineNews newest(SignalLineId line) {
        return newest.get(line);
    }

    /** Takes in what came, stores it, and gives the settings with it. */
    DynamicSource.Settings follow(DynamicSettings settings, Instant now) {
        DynamicSource.Settings known = settings.at(now);
        connect(known.lines());
        for (SignalLine line : known.lines()) {
            LineNews news = said.get(line.id());
            if (news != null && !news.equals(taken.put(line.id(), news))) {
                take(line, news, known);
            }
        }
        if (store()) {
            settings.edited();
            known = settings.at(now);
        }
        return known.with(limits(known), signals(known));
    }

    private void connect(List<SignalLine> wanted) {
        if (wanted.isEmpty() && lines.isEmpty()) {
            return;
        }
        Map<SignalLineId, SignalLine> byId = wanted.stream().collect(toMap(SignalLine::id, Function.identity()));
        if (byId.equals(lines)) {
            return;
        }
        for (SignalLine before : lines.values()) {
            if (!before.equals(byId.get(before.id()))) {
                forget(before.id());
            }
        }
        lines = Map.copyOf(byId);
        ports.connections().keep(wanted);
    }

    private void forget(SignalLineId line) {
        newest.remove(line);
        said.remove(line);
        taken.remove(line);
        signals.remove(line);
        storedAt.remove(line);
        limits.remove(line);
    }

    private void take(SignalLine line, LineNews news, DynamicSource.Settings known) {
        Instant at = news.at().truncatedTo(ChronoUnit.MICROS);
        switch (news) {
            case LineNews.Dimmed it -> {
                GridSignal.Channel channel = line.channel();
                if (channel != null) {
                    GridSignal signal = new GridSignal(line.strand(), channel, it.isDimmed(), it.limit(), at, at);
                    GridSignal before = later(signals.get(line.id()), known.signal(line.strand(), channel));
                    signals.put(line.id(), signal.after(before));
                    if (before == null || !before.saysTheSameAs(signal)) {
                        storedAt.remove(line.id());
                    }
                }
            }
            case LineNews.Limited it ->
                limits.put(line.id(), new LimitOverTime(line.strand(), it.limit(), at, at.plus(it.validFor()), null));
            case LineNews.Unusable _ -> {}
        }
    }

    private static @Nullable GridSignal later(@Nullable GridSignal one, @Nullable GridSignal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.heardAt().isBefore(other.heardAt()) ? other : one;
    }

    /** What cannot be stored is kept for the next time. Says whether the settings are to be read again. */
    private boolean store() {
        boolean isNews = false;
        try {
            for (Map.Entry<SignalLineId, GridSignal> signal : signals.entrySet()) {
                Instant before = storedAt.get(signal.getKey());
                Instant heardAt = signal.getValue().heardAt();
                if (before == null || before.plus(STORE_AGAIN).isBefore(heardAt)) {
                    ports.log().put(signal.getValue());
                    storedAt.put(signal.getKey(), heardAt);
                    isNews |= before == null;
                }
            }
            for (SignalLineId line : List.copyOf(limits.keySet())) {
                ports.log().put(line, Objects.requireNonNull(limits.get(line)));
                limits.remove(line);
                isNews = true;
            }
        } catch (RuntimeException e) {
            LOG.warn("what came on signal lines is stored later: {}", e.getMessage());
        }
        return isNews;
    }

    private List<LimitOverTime> limits(DynamicSource.Settings known) {
        List<LimitOverTime> all = new ArrayList<>(known.limits());
        all.addAll(limits.values());
        return all;
    }

    private List<GridSignal> signals(DynamicSource.Settings known) {
        List<GridSignal> all = new ArrayList<>(known.signals());
        for (GridSignal signal : signals.values()) {
            GridSignal stored = known.signal(signal.strand(), signal.channel());
            if (Objects.equals(later(stored, signal), signal)) {
                all.remove(stored);
                all.add(signal);
            }
        }
        return all;
    }

    /** Lines on which nothing usable comes. */
    void conditions(Map<Condition, String> found) {
        for (SignalLine line : lines.values()) {
            if (newest.get(line.id()) instanceof LineNews.Unusable unusable) {
                found.put(
                        new Condition(Alarm.Kind.GRID_OPERATOR_SILENT, line.name()),
                        unusable.why() + ": what it said last goes on");
            }
        }
    }
}
