/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.intake;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.fact.Observation;

/** Hands observations over to the control loop. Whatever is thrown on the way ends here: a station never pays for it. */
public final class Handover {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    private final Consumer<Observation> receiver;
    private final AtomicLong lost = new AtomicLong();

    public Handover(Consumer<Observation> receiver) {
        this.receiver = receiver;
    }

    /** Makes the observation and hands it over; null: there is nothing to hand over. */
    public void of(Supplier<? extends @Nullable Observation> observation) {
        guarded(() -> {
            Observation made = observation.get();
            if (made != null) {
                receiver.accept(made);
            }
        });
    }

    /** Does something of ours on the way of a message; what it throws ends here. */
    @SuppressWarnings("PMD.AvoidCatchingThrowable")
    void guarded(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            if (Long.bitCount(lost.incrementAndGet()) == 1) {
                LOG.error("{} observations lost so far; the last one by", lost.get(), e);
            }
        }
    }
}
