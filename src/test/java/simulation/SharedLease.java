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
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.Leases;
import steve.loadmanagement.site.StrandId;

/** The lease of the site in the shared database, as long as the plugin's; the database's clock decides. */
final class SharedLease {

    private static final Duration DURATION = Duration.ofSeconds(15);

    private final Timeline timeline;
    private @Nullable String holder;
    private Instant until = Instant.MIN;

    SharedLease(Timeline timeline) {
        this.timeline = timeline;
    }

    boolean isHeldBy(String node) {
        return node.equals(holder) && until.isAfter(timeline.now());
    }

    private boolean hold(String node) {
        Instant now = timeline.now();
        if (!until.isAfter(now) && !node.equals(holder)) {
            timeline.tell(() -> node + " controls the site");
        }
        if (node.equals(holder) || !until.isAfter(now)) {
            holder = node;
            until = now.plus(DURATION);
            return true;
        }
        return false;
    }

    /** As that node sees it. */
    Leases of(String node, Runnable mustBeThere) {
        return new Leases() {
            @Override
            public @Nullable Instant hold(StrandId root, Instant now) {
                mustBeThere.run();
                return SharedLease.this.hold(node) ? now.plus(DURATION) : null;
            }

            @Override
            public void giveBack() {
                if (node.equals(holder)) {
                    until = Instant.MIN;
                }
            }
        };
    }
}
