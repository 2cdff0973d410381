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
import java.util.random.RandomGenerator;

/** The connection of one station, there and back. Messages keep their order, may be slow, and are lost when it breaks. */
final class Link {

    private static final int QUICKEST_MS = 20;
    private static final int USUAL_SPREAD_MS = 200;

    private final Timeline timeline;
    private final RandomGenerator random;
    private boolean isOpen;
    private int opened;
    private Instant lastUp;
    private Instant lastDown;
    private Duration slowness = Duration.ZERO;
    private double loss;

    Link(Timeline timeline, RandomGenerator random) {
        this.timeline = timeline;
        this.random = random;
        this.lastUp = timeline.now();
        this.lastDown = timeline.now();
    }

    boolean isOpen() {
        return isOpen;
    }

    void open() {
        isOpen = true;
        opened++;
    }

    void close() {
        isOpen = false;
    }

    /** From now on messages take up to so much longer. */
    void slowDown(Duration by) {
        slowness = by;
    }

    /** From now on so many answers of a hundred are never given. */
    void lose(double share) {
        loss = share;
    }

    boolean losesThisAnswer() {
        return loss > 0 && random.nextDouble() < loss;
    }

    void up(Runnable arrival) {
        lastUp = deliver(lastUp, arrival);
    }

    void down(Runnable arrival) {
        lastDown = deliver(lastDown, arrival);
    }

    private Instant deliver(Instant last, Runnable arrival) {
        if (!isOpen) {
            return last;
        }
        long delay = QUICKEST_MS + random.nextInt(USUAL_SPREAD_MS);
        long more = slowness.isZero() ? 0 : random.nextLong(slowness.toMillis());
        Instant at = timeline.now().plusMillis(delay + more);
        Instant inOrder = at.isBefore(last) ? last : at;
        int connection = opened;
        timeline.at(inOrder, () -> {
            if (isOpen && connection == opened) {
                arrival.run();
            }
        });
        return inOrder;
    }
}
