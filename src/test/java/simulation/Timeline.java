/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Time that leaps from one event to the next. What is due at the same moment happens in the order it was scheduled. */
final class Timeline {

    private static final Consumer<String> SILENCE = _ -> {};

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private Consumer<String> listener = SILENCE;
    private Instant now;
    private long scheduled;

    Timeline(Instant begin) {
        this.now = begin;
    }

    private record Event(Instant at, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }
    }

    Instant now() {
        return now;
    }

    /** Who wants to hear what happens. */
    void listen(Consumer<String> to) {
        listener = to;
    }

    void tell(Supplier<String> what) {
        if (listener != SILENCE) {
            listener.accept(now + " " + what.get());
        }
    }

    void at(Instant when, Runnable action) {
        events.add(new Event(when.isBefore(now) ? now : when, scheduled++, action));
    }

    void after(Duration delay, Runnable action) {
        at(now.plus(delay), action);
    }

    /** Lets everything happen that is due before {@code end}. */
    void runUntil(Instant end) {
        while (!events.isEmpty() && events.peek().at().isBefore(end)) {
            Event next = events.remove();
            now = next.at();
            next.action().run();
        }
        now = end;
    }
}
